import ReportModel

/// A figure as pages show it.
struct FigureText: Hashable, Sendable {
  /// What sets figures apart besides their digits.
  enum Weight: Hashable, Sendable {
    case plain
    /// Zero, set back.
    case zero
    /// A variation that is not zero.
    case strong
    /// Not a number: blank or not applicable.
    case absent
  }

  let text: String
  let weight: Weight
  /// Digits behind the decimal point, by which figures of a column are aligned.
  let decimals: Int
  /// Whether a percent sign follows.
  let isPercent: Bool

  /// A blank cell stays blank; what does not apply is shown as written; what the source states in per cent says so.
  /// - Parameter computedDecimals: digits behind the point of a figure the source does not state itself.
  init(_ figure: Figure, isVariation: Bool = false, plus: Bool = false, computedDecimals: Int = 0) {
    var sign = ""
    if case .number = figure.value, figure.text.utf8.contains(UInt8(ascii: "%")) { sign = "%" }
    isPercent = !sign.isEmpty
    switch figure.value {
    case .number(let quantity):
      decimals = max(figure.decimals, figure.origin == .computed ? computedDecimals : 0)
      text = Numerals.text(quantity, plus: plus, decimals: decimals) + sign
      weight = quantity.isZero ? .zero : isVariation ? .strong : .plain
    case .blank:
      text = ""
      weight = .absent
      decimals = 0
    case .absent:
      text = figure.text
      weight = .absent
      decimals = 0
    }
  }
}
