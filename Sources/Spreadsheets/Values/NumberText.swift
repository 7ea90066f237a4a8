/// Numbers as spreadsheets store them (`0.30000000000000004`, `1.2E-3`) as the decimal digits they mean.
///
/// A stored number is a binary fraction; like the spreadsheets themselves, this keeps 15 significant digits of it, which
/// gives back every decimal number of up to 15 digits exactly. Beyond ten decimals there is nothing but what sums of
/// binary fractions leave over (`0.1 + 0.2 − 0.3` gives 5.6 × 10⁻¹⁷).
enum NumberText {
  /// nil when `text` is no number.
  /// - Parameter digits: those that the cell shows though they are zeros; none that counts is ever left out.
  static func decimal(
    _ text: String, isPercent: Bool = false, digits: NumberFormat.DigitsShown = .init()
  ) -> String? {
    guard var number = DecimalDigits(text) else { return nil }
    number.round(to: max(0, min(15, number.pointShift + 10)))
    if isPercent { number.pointShift += 2 }
    return padded(number.description, digits) + (isPercent ? "%" : "")
  }

  static func decimal(_ value: Double, isPercent: Bool, digits: NumberFormat.DigitsShown) -> String? {
    value.isFinite ? decimal("\(value)", isPercent: isPercent, digits: digits) : nil
  }

  private static func padded(_ number: String, _ digits: NumberFormat.DigitsShown) -> String {
    let sign = number.hasPrefix("-") ? "-" : ""
    let parts = number.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let leading = String(repeating: "0", count: max(0, digits.whole - whole.count))
    let trailing = String(repeating: "0", count: max(0, digits.decimals - decimals.count))
    let shown = decimals + trailing
    return sign + leading + whole + (shown.isEmpty ? "" : "." + shown)
  }
}

/// ±0.d₁d₂d₃… × 10^pointShift.
private struct DecimalDigits: CustomStringConvertible {
  private var isNegative = false
  private var digits: [UInt8] = []
  var pointShift = 0

  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    if let sign = rest.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      rest = rest.dropFirst()
    }
    let exponentMark = rest.firstIndex { $0 == 0x45 || $0 == 0x65 }
    let mantissa = rest[..<(exponentMark ?? rest.endIndex)]
    if let exponentMark {
      guard let exponent = Int(String(decoding: rest[(exponentMark + 1)...], as: UTF8.self)),
        (-399...399).contains(exponent)
      else { return nil }
      pointShift = exponent
    }
    let parts = mantissa.split(separator: 0x2E, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, mantissa.count > parts.count - 1 else { return nil }
    let all = whole + (parts.count == 2 ? parts[1] : [])
    guard all.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    digits = all.map { $0 - 0x30 }
    pointShift += whole.count
    normalize()
  }

  private mutating func normalize() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    pointShift -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (isNegative, pointShift) = (false, 0) }
  }

  mutating func round(to count: Int) {
    guard digits.count > count else { return }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp, count == 0 {
      digits = [1]
      pointShift += 1
    } else if roundsUp {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        pointShift += 1
      }
    }
    normalize()
  }

  var description: String {
    guard !digits.isEmpty else { return "0" }
    let text = digits.map { String($0) }.joined()
    let sign = isNegative ? "-" : ""
    if pointShift <= 0 { return sign + "0." + String(repeating: "0", count: -pointShift) + text }
    if pointShift >= digits.count { return sign + text + String(repeating: "0", count: pointShift - digits.count) }
    return sign + text.prefix(pointShift) + "." + text.dropFirst(pointShift)
  }
}
