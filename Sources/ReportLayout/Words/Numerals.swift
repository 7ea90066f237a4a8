import ReportModel

/// Numbers as es-MX and en-US both write them: point before decimals, comma between thousands, U+2212 as minus.
enum Numerals {
  static let minus = "\u{2212}"
  /// No-break space, between a number and the percent sign.
  static let noBreakSpace = "\u{A0}"

  /// `−1,234.5`; with `plus`, positive numbers carry a sign too.
  static func text(_ quantity: Quantity, plus: Bool = false) -> String {
    let plain = quantity.description
    let magnitude = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
    let point = magnitude.firstIndex(of: ".") ?? magnitude.endIndex
    let sign = quantity.isNegative ? minus : plus && quantity > .zero ? "+" : ""
    return sign + grouped(magnitude[..<point]) + magnitude[point...]
  }

  /// `part` of `whole` in per cent, one decimal unless whole, half rounded up; never rounded onto 100 % from
  /// either side. nil when `whole` is not positive.
  static func percent(_ part: Quantity, of whole: Quantity) -> String? {
    guard let tenths = tenthsOfPercent(part, of: whole) else { return nil }
    let quantity = Quantity(coefficient: tenths, scale: 1)
    return text(quantity) + noBreakSpace + "%"
  }

  private static func tenthsOfPercent(_ part: Quantity, of whole: Quantity) -> Int64? {
    guard whole > .zero else { return nil }
    let scale = max(part.scale, whole.scale)
    let a = Int128(part.coefficient) * tenPower(scale - part.scale)
    let b = Int128(whole.coefficient) * tenPower(scale - whole.scale)
    let (scaled, overflow) = a.multipliedReportingOverflow(by: 2000)
    guard !overflow, !b.addingReportingOverflow(b).overflow else { return nil }
    let doubled = 2 * b
    var tenths = scaled / doubled
    if scaled % doubled * 2 >= doubled { tenths += 1 }
    if tenths == 1000, a != b { tenths += a < b ? -1 : 1 }
    return Int64(exactly: tenths)
  }

  private static func tenPower(_ exponent: UInt8) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  private static func grouped(_ digits: Substring) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
