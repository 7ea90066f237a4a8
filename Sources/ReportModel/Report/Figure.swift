/// What one number cell of the table says.
public struct Figure: Hashable, Sendable {
  /// Blank, zero and "does not apply" are three different things; none stands for another.
  public enum Value: Hashable, Sendable {
    case number(Quantity)
    case blank
    /// `N/A`, `S/P`, `-` and the like; what was written is in `text`.
    case notApplicable
  }

  /// Who says so.
  public enum Origin: Hashable, Sendable {
    /// The source states it.
    case stated
    /// The source has no such column; the value follows from others.
    case computed
  }

  public var value: Value
  /// As written in the source (`40+`), outer white space removed; empty for a computed figure.
  public var text: String
  public var location: SourceLocation
  public var origin: Origin

  public init(_ value: Value, text: String, at location: SourceLocation, origin: Origin = .stated) {
    self.value = value
    self.text = text
    self.location = location
    self.origin = origin
  }

  /// The number, if the cell holds one.
  public var quantity: Quantity? {
    if case .number(let quantity) = value { quantity } else { nil }
  }
}
