import Pages
import ReportModel

/// The table's content measured once, apart from any type size: texts as paragraphs, figures in em.
struct TableContent {
  struct Row {
    let number: Paragraph?
    let name: Paragraph
    let objective: Paragraph?
  }

  let rows: [Row]
  let hasNumbers: Bool
  let hasObjectives: Bool
  /// Widest number, in em, without padding.
  let numberWidth: Double
  /// Widest figure of each kind over all rows and periods, in em.
  private var widths = [Double](repeating: 0, count: FigureKind.allCases.count)
  /// Kinds with a marked figure.
  private var marked: Set<FigureKind> = []

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
    for activity in activities { measure(activity, context) }
  }

  /// Widest figure of a column, in em; 0 for text columns.
  func figureWidth(_ column: TableColumn) -> Double { column.figureKind.map { widths[$0.rawValue] } ?? 0 }

  /// Whether any figure in columns of this kind carries a mark.
  func hasMarks(_ column: TableColumn) -> Bool { column.figureKind.map(marked.contains) ?? false }

  private mutating func measure(_ activity: Activity, _ context: Context) {
    let table = context.theme.table
    for (kind, period) in activity.figures {
      let text = activity.figureText(kind, period: period)
      let face = text.weight == .strong ? table.strong : table.face
      let width = context.measuring.shape(text.text, face).width
      widths[kind.rawValue] = max(widths[kind.rawValue], width)
      if context.marks(at: activity.figure(kind, period: period).location) != nil { marked.insert(kind) }
    }
  }
}

extension Paragraph {
  /// Widest piece, in em: the width below which words must be broken.
  var widestPiece: Double { pieces.map(\.width).max() ?? 0 }
}
