import Pages
import Testing

@Suite struct GeometryTests {
  @Test func lengths() {
    #expect(abs(Length.mm(25.4).points - 72) < 1e-9)
    #expect(Length.inch(8.5).points == 612)
    #expect(Length.pt(12) / Length.pt(8) == 1.5)
  }

  @Test func rectsOverlapOnlyInside() {
    let a = Rect(x: .pt(0), y: .pt(0), width: .pt(10), height: .pt(10))
    #expect(!a.overlaps(a.offset(by: Point(x: .pt(10), y: .zero))))
    #expect(a.overlaps(a.offset(by: Point(x: .pt(9.99), y: .zero))))
    #expect(a.contains(a.inset(by: .pt(1))) && !a.inset(by: .pt(1)).contains(a))
  }

  /// Ratios published with WCAG's definition: black on white 21, #767676 on white 4.54.
  @Test func contrast() {
    #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-6)
    #expect(abs(Color(0x767676).contrast(with: .white) - 4.54) < 0.01)
  }

  @Test func circleBoundsAndOffset() {
    let circle = Path.circle(center: Point(x: .pt(5), y: .pt(5)), radius: .pt(2))
    #expect(circle.bounds == Rect(x: .pt(3), y: .pt(3), width: .pt(4), height: .pt(4)))
    let moved = circle.offset(by: Point(x: .pt(1), y: .pt(2)))
    #expect(moved.bounds == Rect(x: .pt(4), y: .pt(5), width: .pt(4), height: .pt(4)))
  }

  @Test(arguments: [(2023, 2, 29), (2100, 2, 29), (2024, 13, 1), (2024, 4, 31), (0, 1, 1)])
  func noSuchDay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test func leapDays() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
  }
}
