/// Why there is no figure, as far as the source says; transparency rules keep these apart.
public enum Absence: String, Hashable, Sendable, CaseIterable {
  /// A dash: nothing to report.
  case dash
  /// `N/A`.
  case notApplicable
  /// `S/P`: nothing programmed.
  case notProgrammed
  /// `S/D`, `N/D`, `…`.
  case noData
}

/// What one number cell of the table says.
public struct Figure: Hashable, Sendable {
  /// Blank, zero and "does not apply" are three different things; none stands for another.
  public enum Value: Hashable, Sendable {
    case number(Quantity)
    case blank
    /// `N/A`, `S/P`, `-` and the like; what was written is in `text`.
    case absent(Absence)
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
  /// A mark that sends the reader to a note (`*`, `1/`); nil when there is none.
  public var mark: String?
  /// A unit written in the cell (`15 reuniones`); nil when there is none.
  public var unit: String?

  public init(
    _ value: Value, text: String, at location: SourceLocation, origin: Origin = .stated, mark: String? = nil,
    unit: String? = nil
  ) {
    self.value = value
    self.text = text
    self.location = location
    self.origin = origin
    self.mark = mark
    self.unit = unit
  }

  /// The number, if the cell holds one.
  public var quantity: Quantity? {
    if case .number(let quantity) = value { quantity } else { nil }
  }
}

extension Figure {
  /// Digits behind the decimal point, as the source writes them: 2 for `576,982.80`, of which the quantity keeps one.
  /// 0 where there is no number.
  public var decimals: Int {
    guard let quantity else { return 0 }
    let scale = Int(quantity.scale)
    guard origin == .stated, text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) else {
      return scale
    }
    let written = mark.map { text.hasSuffix($0) ? text.dropLast($0.count) : text[...] } ?? text[...]
    if quantity.isZero { return min(Figure.decimalsOfZero(written), Int(Quantity.maximumScale)) }
    // The written digits are the quantity's with the zeros behind it that a quantity drops; where they are anything else
    // (an exponent, digits in a unit) they say nothing.
    let digits = written.filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" }
    let kept = String(quantity.coefficient.magnitude)
    guard digits.hasPrefix(kept), digits.dropFirst(kept.count).allSatisfy({ $0 == "0" }) else { return scale }
    return min(scale + digits.count - kept.count, Int(Quantity.maximumScale))
  }

  private static func decimalsOfZero(_ text: Substring) -> Int {
    guard let point = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return 0 }
    return text[point...].dropFirst().prefix { $0 == "0" }.count
  }
}
