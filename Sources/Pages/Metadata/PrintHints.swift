/// What a print dialogue is told (ISO 32000-1, table 150).
public struct PrintHints: Hashable, Sendable {
  /// The raw value is the PDF name.
  public enum Duplex: String, Hashable, Sendable {
    case flipShortEdge = "DuplexFlipShortEdge"
    case flipLongEdge = "DuplexFlipLongEdge"
  }

  /// Both sides of the sheet, and the edge it is turned over; nil leaves the choice to the printer.
  public var duplex: Duplex?
  /// Whether the pages must be printed at their size: margins for a binder are of no use on a page that was scaled.
  public var keepsSize: Bool

  public init(duplex: Duplex? = nil, keepsSize: Bool = false) {
    self.duplex = duplex
    self.keepsSize = keepsSize
  }
}
