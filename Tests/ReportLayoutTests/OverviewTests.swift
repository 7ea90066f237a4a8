import FixedAdvance
import Pages
import ReportModel
import Testing

@testable import ReportLayout

@Suite struct OverviewTests {
  static func texts(_ sample: SampleReport) throws -> [String] {
    let document = try PageTests.document(sample)
    return document.pages.prefix { page in !page.frame.textBoxes.contains { $0.text.hasPrefix("Actividad 1 de") } }
      .flatMap(\.frame.textBoxes).map { $0.text.split(separator: " ").joined(separator: " ") }
  }

  static let title = Words(language: .es).overviewTitle

  /// A short table has room for it: each activity with its figures, its ratio and its status in a word.
  @Test func fillsTheRoomUnderAShortTable() throws {
    let sample = SampleReport(periods: 3, activities: 3, objectiveLength: 80)
    let texts = try Self.texts(sample)
    #expect(texts.contains(Self.title))
    let words = Words(language: .es)
    for activity in sample.make().activities {
      let (goal, real) = (activity.figureText(.goal, period: 0).text, activity.figureText(.annualReal, period: 0).text)
      #expect(texts.contains("\(real) de \(goal)"))
      #expect(texts.contains(words.verdict(Verdict(of: activity).state)))
    }
  }

  /// It never costs a page, and one activity is compared with nothing.
  @Test func isLeftOutWhereItDoesNotFit() throws {
    #expect(try !Self.texts(SampleReport(activities: 10)).contains(Self.title))
    #expect(try !Self.texts(SampleReport(periods: 1, activities: 1)).contains(Self.title))
    for activities in 2...12 {
      let sample = SampleReport(periods: 3, activities: activities)
      let layout = TableTests.layout(sample)
      let pages = try PageTests.document(sample, .tableFirst).pages
      #expect(pages.count == layout.pages.count + activities, "\(activities) activities")
    }
  }

  /// One activity far above its goal does not flatten the bars of all others.
  @Test func anOutlierIsBroken() {
    #expect(GoalOverview.scaleEnd([0.9, 1.1, 52]) == 1.5)
    #expect(GoalOverview.scaleEnd([0.9, 1.8, 52]) == 2)
    #expect(GoalOverview.scaleEnd([0.9, 1.8]) == 1.8)
    #expect(GoalOverview.scaleEnd([0.2, 0.4]) == 1 && GoalOverview.scaleEnd([]) == 1)
  }

  /// Bars are on one scale, the goal's mark at the same place in each row.
  @Test func barsShareAScale() throws {
    let document = try PageTests.document(SampleReport(periods: 3, activities: 4, objectiveLength: 40))
    let ink = Theme.standard.ink
    let bars = document.pages[0].frame.items.compactMap { placed -> Rect? in
      guard case .shape(let shape) = placed.item, shape.fill == ink.accent else { return nil }
      return shape.path.bounds
    }
    let annual = SampleReport(periods: 3, activities: 4, objectiveLength: 40).make().activities.map(\.annual)
    let shares = annual.compactMap { annual -> Double? in
      guard let goal = annual.goal.quantity, goal > .zero, let real = annual.real.quantity else { return nil }
      return real.approximation / goal.approximation
    }
    #expect(bars.count == shares.count && bars.count > 1)
    let end = GoalOverview.scaleEnd(shares)
    for (bar, share) in zip(bars, shares) {
      #expect(abs(bar.width / bars[0].width - min(share, end) / min(shares[0], end)) < 1e-6)
    }
  }
}
