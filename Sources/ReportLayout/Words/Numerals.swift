import ReportModel

/// Numbers as es-MX and en-US both write them: point before decimals, comma between thousands, U+2212 as minus.
enum Numerals {
  static let minus = "\u{2212}"
  /// No-break space, between a number and the percent sign.
  static let noBreakSpace = "\u{A0}"

  /// `−1,234.5`; with `plus`, positive numbers carry a sign too.
  /// - Parameter decimals: at least so many digits behind the point, as the source writes them: `576,982.80`.
  static func text(_ quantity: Quantity, plus: Bool = false, decimals: Int = 0) -> String {
    let plain = quantity.description
    let magnitude = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
    let point = magnitude.firstIndex(of: ".") ?? magnitude.endIndex
    let sign = quantity.isNegative ? minus : plus && quantity > .zero ? "+" : ""
    let zeros = String(repeating: "0", count: max(0, decimals - Int(quantity.scale)))
    let fraction = magnitude[point...] + (quantity.isWhole && !zeros.isEmpty ? "." : "") + zeros
    return sign + grouped(magnitude[..<point]) + fraction
  }

  private static func grouped(_ digits: Substring) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
