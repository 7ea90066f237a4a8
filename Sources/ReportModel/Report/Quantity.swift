/// An exact decimal number: `coefficient` × 10^−`scale`. No binary floating point anywhere.
///
/// Kept without trailing zeros after the point, so that equal numbers are equal values.
public struct Quantity: Hashable, Sendable {
  public let coefficient: Int64
  /// Digits after the decimal point, 0…18.
  public let scale: UInt8

  public init(_ value: Int) { self.init(coefficient: Int64(value), scale: 0) }

  public init(coefficient: Int64, scale: UInt8) {
    precondition(scale <= Quantity.maximumScale)
    var (coefficient, scale) = (coefficient, scale)
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.coefficient = coefficient
    self.scale = scale
  }

  public static let zero = Quantity(0)
  public static let maximumScale: UInt8 = 18

  public var isZero: Bool { coefficient == 0 }
  public var isNegative: Bool { coefficient < 0 }
  public var isWhole: Bool { scale == 0 }
}

extension Quantity {
  /// Exact arithmetic; nil when the result does not fit.
  public func adding(_ other: Quantity) -> Quantity? {
    aligned(with: other) { $0.addingReportingOverflow($1) }
  }

  public func subtracting(_ other: Quantity) -> Quantity? {
    aligned(with: other) { $0.subtractingReportingOverflow($1) }
  }

  public var negated: Quantity? {
    coefficient == .min ? nil : Quantity(coefficient: -coefficient, scale: scale)
  }

  /// The exact sum; nil when it does not fit.
  public static func sum(_ terms: some Sequence<Quantity>) -> Quantity? {
    var total = Quantity.zero
    for term in terms {
      guard let next = total.adding(term) else { return nil }
      total = next
    }
    return total
  }

  private func aligned(
    with other: Quantity, _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> Quantity? {
    let common = max(scale, other.scale)
    guard let a = coefficient(at: common), let b = other.coefficient(at: common) else { return nil }
    let (value, overflow) = operation(a, b)
    return overflow ? nil : Quantity(coefficient: value, scale: common)
  }

  private func coefficient(at common: UInt8) -> Int64? {
    var value = coefficient
    for _ in scale..<common {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }
}

extension Quantity: Comparable {
  public static func < (a: Quantity, b: Quantity) -> Bool {
    let common = max(a.scale, b.scale)
    return a.wide(at: common) < b.wide(at: common)
  }

  /// The coefficient at a larger scale; 128 bits hold every 64-bit coefficient times 10^18.
  func wide(at common: UInt8) -> Int128 {
    (scale..<common).reduce(Int128(coefficient)) { value, _ in value * 10 }
  }
}

extension Quantity: CustomStringConvertible {
  /// Digits with a point before the decimals and `-` before a negative number: `-12.5`.
  public var description: String {
    let digits = String(coefficient.magnitude)
    let sign = isNegative ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, Int(scale) + 1 - digits.count)) + digits
    return sign + padded.dropLast(Int(scale)) + "." + padded.suffix(Int(scale))
  }

  /// An approximation, for positions on a chart only.
  public var approximation: Double {
    var divisor = 1.0
    for _ in 0..<scale { divisor *= 10 }
    return Double(coefficient) / divisor
  }
}

extension Quantity {
  /// The sum of figures; a figure without a number adds nothing. nil when none has one, or the sum does not fit.
  public static func sum(of figures: [Figure]) -> Quantity? {
    let known = figures.compactMap(\.quantity)
    return known.isEmpty ? nil : sum(known)
  }
}
