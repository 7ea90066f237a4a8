/// What a print dialogue is told (ISO 32000-1, table 150). Scaling is never hinted: the paper was chosen on purpose.
public struct PrintHints: Hashable, Sendable {
  /// The raw value is the PDF name.
  public enum Duplex: String, Hashable, Sendable {
    case flipShortEdge = "DuplexFlipShortEdge"
    case flipLongEdge = "DuplexFlipLongEdge"
  }

  /// Both sides of the sheet, and the edge it is turned over; nil leaves the choice to the printer.
  public var duplex: Duplex?

  public init(duplex: Duplex? = nil) { self.duplex = duplex }
}
