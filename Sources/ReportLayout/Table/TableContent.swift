import Pages
import ReportModel

/// The table's content measured once, apart from any type size: texts as paragraphs, figures in em.
struct TableContent {
  struct Row: Sendable {
    let number: Paragraph?
    let name: Paragraph
    let objective: Paragraph?
  }

  let rows: [Row]
  let hasNumbers: Bool
  let hasObjectives: Bool
  /// Widest number, in em, without padding.
  let numberWidth: Double
  /// Of the page number under a row's number, in em of its size; as many digits as there may be pages.
  let pageWidth: Double
  /// Longest word of a name, in em.
  let nameWordWidth: Double
  /// What figures of each kind need, over all rows and periods, and by period.
  private var extents = [Extent](repeating: Extent(), count: FigureKind.allCases.count)
  private var periodExtents: [[Extent]]
  /// Whether each period is as wide as its own figures need.
  private(set) var hasOwnWidths = false

  /// In em: what stands before the decimal point, from the point on, and (of a mark's size) the mark behind.
  private struct Extent {
    var whole = 0.0
    var fraction = 0.0
    var mark = 0.0

    mutating func hold(_ other: Extent) {
      whole = max(whole, other.whole)
      fraction = max(fraction, other.fraction)
      mark = max(mark, other.mark)
    }
  }

  init(_ context: Context) {
    let (face, strong) = (context.theme.table.face, context.theme.table.strong)
    let typesetter = context.typesetter
    let activities = context.report.activities
    rows = activities.map { activity in
      Row(
        number: activity.number.map { typesetter.paragraph($0.value, face) },
        name: typesetter.paragraph(activity.name.value, strong),
        objective: activity.objective.map { typesetter.paragraph($0.value, face, keepingLines: true) })
    }
    hasNumbers = rows.contains { $0.number != nil }
    hasObjectives = rows.contains { $0.objective != nil }
    numberWidth = rows.compactMap { $0.number?.widestPiece }.max() ?? 0
    let digits = String(repeating: "0", count: String(context.mostPages).count)
    pageWidth = context.measuring.shape(context.words.pageShort(digits), face).width
    nameWordWidth = rows.map(\.name.widestPiece).max() ?? 0
    periodExtents = [[Extent]](
      repeating: [Extent](repeating: Extent(), count: 3), count: context.report.periods.count)
    let fractions = Fractions(context)
    for activity in activities { measure(activity, fractions, context) }
    let labels = [context.words.programmedShort, context.words.realShort, context.words.varianceShort].map {
      context.measuring.shape($0, face).width * context.theme.table.headScale
    }
    let widths = periodExtents.map { zip($0, labels).reduce(0) { $0 + max($1.0.whole + $1.0.fraction, $1.1) } }
    if let least = widths.min(), let most = widths.max() {
      hasOwnWidths = most > max(least, 1) * context.theme.table.alikePeriods
    }
  }

  /// Of a period where periods have widths of their own, else of all of them.
  private func extent(_ kind: FigureKind, _ period: Int?) -> Extent {
    guard hasOwnWidths, let period, !kind.isAnnual else { return extents[kind.rawValue] }
    return periodExtents[period][kind.rawValue]
  }

  /// Widest figure of a kind with the decimals of the one that has most, in em; in one period, or in all.
  func figureWidth(_ kind: FigureKind, period: Int? = nil) -> Double {
    let extent = extent(kind, period)
    return extent.whole + extent.fraction
  }

  /// From the decimal point on, in em.
  func fractionWidth(_ kind: FigureKind, period: Int? = nil) -> Double { extent(kind, period).fraction }

  /// Widest mark behind figures of this kind, in em of the mark; 0 when there is none.
  func markWidth(_ kind: FigureKind, period: Int? = nil) -> Double { extent(kind, period).mark }

  private mutating func measure(_ activity: Activity, _ fractions: Fractions, _ context: Context) {
    let table = context.theme.table
    for (kind, period) in activity.figures {
      let text = activity.figureText(kind, period: period)
      let face = text.weight == .strong || kind.isAnnual ? table.strong : table.face
      let (width, fraction) = (context.measuring.shape(text.text, face).width, fractions.width(text))
      let mark = context.marks(of: activity.figure(kind, period: period)).map {
        context.measuring.shape($0, table.strong).width
      }
      let needed = Extent(whole: width - fraction, fraction: fraction, mark: mark ?? 0)
      extents[kind.rawValue].hold(needed)
      if !kind.isAnnual { periodExtents[period][kind.rawValue].hold(needed) }
    }
  }
}

/// Widths of what follows the whole part of a figure, in em. Digits are as wide as one another.
struct Fractions {
  private let point: Double
  private let digit: Double
  private let percent: Double

  init(_ context: Context) {
    point = context.measuring.shape(".", context.theme.table.face).width
    digit = context.measuring.shape("0", context.theme.table.face).width
    percent = context.measuring.shape("%", context.theme.table.face).width
  }

  /// From the decimal point on, a percent sign included; nothing for whole numbers.
  func width(_ text: FigureText) -> Double {
    (text.decimals == 0 ? 0 : point + digit * Double(text.decimals)) + (text.isPercent ? percent : 0)
  }
}

extension Paragraph {
  /// Widest piece, in em: the width below which words must be broken.
  var widestPiece: Double { pieces.map(\.width).max() ?? 0 }
}
