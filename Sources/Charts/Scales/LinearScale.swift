import Pages

/// Maps values to heights: `domain.lowerBound` at `bottom`, `domain.upperBound` at `top`.
struct LinearScale: Hashable, Sendable {
  let domain: ClosedRange<Double>
  let bottom: Length
  let top: Length

  /// A scale over `values` that always contains zero. Over zeros only, the zero line stands in the middle: there is
  /// nothing to measure, and room on both sides of it looks meant.
  init(values: [Double], bottom: Length, top: Length) {
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    domain = high > low ? low...high : -1...1
    self.bottom = bottom
    self.top = top
  }

  func y(_ value: Double) -> Length {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return bottom + (top - bottom) * share
  }

  var zero: Length { y(0) }
}
