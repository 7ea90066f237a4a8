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
  /// Longest word of a name, in em.
  let nameWordWidth: Double
  /// What figures of each kind need, over all rows and periods.
  private var extents = [Extent](repeating: Extent(), count: FigureKind.allCases.count)

  /// In em: what stands before the decimal point, from the point on, and (of a mark's size) the mark behind.
  private struct Extent {
    var whole = 0.0
    var fraction = 0.0
    var mark = 0.0
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
    nameWordWidth = rows.map(\.name.widestPiece).max() ?? 0
    let fractions = Fractions(context)
    for activity in activities { measure(activity, fractions, context) }
  }

  /// Widest figure of a kind with the decimals of the one that has most, in em.
  func figureWidth(_ kind: FigureKind) -> Double { extents[kind.rawValue].whole + extents[kind.rawValue].fraction }

  /// From the decimal point on, in em.
  func fractionWidth(_ kind: FigureKind) -> Double { extents[kind.rawValue].fraction }

  /// Widest mark behind figures of this kind, in em of the mark; 0 when there is none.
  func markWidth(_ kind: FigureKind) -> Double { extents[kind.rawValue].mark }

  private mutating func measure(_ activity: Activity, _ fractions: Fractions, _ context: Context) {
    let table = context.theme.table
    for (kind, period) in activity.figures {
      let text = activity.figureText(kind, period: period)
      let face = text.weight == .strong || kind.isAnnual ? table.strong : table.face
      let (width, fraction) = (context.measuring.shape(text.text, face).width, fractions.width(text))
      var extent = extents[kind.rawValue]
      extent.whole = max(extent.whole, width - fraction)
      extent.fraction = max(extent.fraction, fraction)
      if let marks = context.marks(of: activity.figure(kind, period: period)) {
        extent.mark = max(extent.mark, context.measuring.shape(marks, table.strong).width)
      }
      extents[kind.rawValue] = extent
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

  /// Widest part, in em, when words of more than `letters` letters are hyphenated where their halves are most alike.
  func widestPart(hyphenating letters: Int) -> Double {
    pieces.map { piece in
      guard piece.shaped.glyphs.count > letters else { return piece.width }
      let halves = piece.hyphens.map { max($0.width + hyphen.width, piece.width - $0.width) }
      return min(halves.min() ?? piece.width, piece.width)
    }.max() ?? 0
  }
}
