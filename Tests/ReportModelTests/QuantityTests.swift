import ReportModel
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    (Quantity(0), "0"), (Quantity(-27), "-27"), (Quantity(coefficient: 1250, scale: 2), "12.5"),
    (Quantity(coefficient: -5, scale: 3), "-0.005"), (Quantity(coefficient: 1200, scale: 2), "12"),
    (Quantity(coefficient: .max, scale: 0), "9223372036854775807"),
    (Quantity(coefficient: .min, scale: 18), "-9.223372036854775808"),
  ])
  func writesItsDigits(_ quantity: Quantity, _ text: String) { #expect(quantity.description == text) }

  @Test func equalNumbersAreEqualValues() {
    #expect(Quantity(coefficient: 150, scale: 1) == Quantity(15))
    #expect(Set([Quantity(coefficient: 1, scale: 1), Quantity(coefficient: 10, scale: 2)]).count == 1)
  }

  @Test func addsExactly() {
    let tenth = Quantity(coefficient: 1, scale: 1)
    #expect(Quantity.sum(Array(repeating: tenth, count: 10)) == Quantity(1))
    #expect(Quantity(8).subtracting(Quantity(14)) == Quantity(-6))
  }

  @Test func refusesWhatDoesNotFit() {
    #expect(Quantity(coefficient: .max, scale: 0).adding(Quantity(1)) == nil)
    #expect(Quantity(coefficient: .max, scale: 0).adding(Quantity(coefficient: 1, scale: 1)) == nil)
    #expect(Quantity(coefficient: .min, scale: 0).negated == nil)
  }

  @Test func comparesAcrossScales() {
    let ordered = [
      Quantity(coefficient: .min, scale: 0), Quantity(-1), Quantity(coefficient: -1, scale: 18), .zero,
      Quantity(coefficient: 999, scale: 3), Quantity(1), Quantity(coefficient: .max, scale: 0),
    ]
    for (a, b) in zip(ordered, ordered.dropFirst()) { #expect(a < b && !(b < a)) }
  }
}
