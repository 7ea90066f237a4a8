import Pages
import ReportModel

/// The words of the table's head, and how high it is.
struct TableHead {
  let context: Context

  init(_ context: Context) { self.context = context }

  private var measures: TableMeasures { context.theme.table }
  private var words: Words { context.words }
  private var year: Int? { context.report.year?.value }

  func labelSize(_ size: Length) -> Length { size * measures.headScale }

  func label(_ column: TableColumn, initials: Bool) -> String {
    switch column {
    case .number: words.number
    case .name: words.activities
    case .objective: words.objectives
    case .programmed: initials ? words.programmedInitial : words.programmedShort
    case .real: initials ? words.realInitial : words.realShort
    case .variance: initials ? words.varianceInitial : words.varianceShort
    case .goal: initials ? words.goalHeaderShort : words.goalHeader
    case .annualReal: words.realHeader(year: year)
    case .variation: words.variationHeader
    }
  }

  /// Text, not figures, sets the least width: the widest word of the label. Words of the head are not broken.
  func labelWidth(_ column: TableColumn, size: Length, initials: Bool) -> Length {
    labelSize(size)
      * context.typesetter.paragraph(label(column, initials: initials), face(column)).widestPiece
  }

  func face(_ column: TableColumn) -> FontFace { column.period == nil ? measures.strong : measures.face }

  var yearLabel: String { words.yearIn(context.report.scheme, year: year) }

  func periodLabel(_ period: Int) -> String { context.periodLabels[period] }

  /// A label broken to the width of its column or group.
  func block(_ text: String, _ face: FontFace, width: Length, size: Length) -> TextBlock {
    let style = TextStyle(face, labelSize(size), context.theme.ink.text)
    return TextBlock(
      text, style, leading: labelSize(size) * 1.14, width: max(width - size * measures.labelPadding.inner * 2, size),
      context.typesetter, hyphenating: false)
  }

  /// Heights of the three levels for a geometry: year, periods, columns.
  func levels(_ geometry: TableGeometry) -> [Length] {
    let size = geometry.size
    let line = labelSize(size) * 1.14
    let padding = size * 0.5
    let periodLines =
      geometry.periods.map { period -> Int in
        let columns = geometry.columns(of: period)
        let width = columns.reduce(Length.zero) { $0 + $1.width }
        return block(periodLabel(period), measures.strong, width: width, size: size).lines.count
      }.max() ?? 1
    let others = geometry.columns.filter { $0.kind.period == nil }.map {
      block(label($0.kind, initials: geometry.usesInitials), face($0.kind), width: $0.width, size: size).height
    }
    let levels = [line + padding, line * Double(periodLines) + padding, line + padding * 0.8]
    let total = levels.reduce(.zero, +)
    let needed = (others.max() ?? .zero) + padding
    return needed > total ? levels.map { $0 * (needed / total) } : levels
  }

  func height(_ geometry: TableGeometry) -> Length { levels(geometry).reduce(.zero, +) }
}
