/// A length on paper. Kept in points (1/72 inch), the unit of PDF.
public struct Length: Hashable, Comparable, Sendable {
  /// The length in points.
  public let points: Double

  public init(points: Double) { self.points = points }

  public static let zero = Length(points: 0)

  public static func pt(_ value: Double) -> Length { Length(points: value) }
  public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }
  public static func inch(_ value: Double) -> Length { Length(points: value * 72) }

  public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
}

extension Length: AdditiveArithmetic {
  public static func + (a: Length, b: Length) -> Length { Length(points: a.points + b.points) }
  public static func - (a: Length, b: Length) -> Length { Length(points: a.points - b.points) }
  public static prefix func - (a: Length) -> Length { Length(points: -a.points) }
  public static func * (a: Length, factor: Double) -> Length { Length(points: a.points * factor) }
  public static func * (factor: Double, a: Length) -> Length { a * factor }
  public static func / (a: Length, divisor: Double) -> Length { Length(points: a.points / divisor) }
  /// How many times `b` goes into `a`.
  public static func / (a: Length, b: Length) -> Double { a.points / b.points }
}
