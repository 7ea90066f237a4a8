import Pages
import ReportModel

/// What stands under the table: the formulas in words, and each wrong figure explained, in two columns.
struct TableNotes {
  /// One line of the notes area: formulas over the whole width, or two notes side by side.
  struct Row {
    let cells: [(note: Note?, block: TextBlock, left: Length)]
    let height: Length
  }

  let context: Context
  let rows: [Row]

  init(_ context: Context, usesInitials: Bool) {
    self.context = context
    let width = context.body.width
    let formulas = TableNotes.formulas(context, usesInitials: usesInitials).map { text in
      let block = TableNotes.block(text, width: width, context)
      return Row(cells: [(nil, block, context.body.minX)], height: block.height)
    }
    rows = formulas + TableNotes.noteRows(context, width: width)
  }

  private static func formulas(_ context: Context, usesInitials: Bool) -> [String] {
    let (words, report) = (context.words, context.report)
    var texts: [String] = usesInitials ? [words.initials] : []
    if let period = report.signs.period { texts.append(words.varianceFormula(period, report.scheme)) }
    if let annual = report.signs.annual { texts.append(words.variationFormula(annual)) }
    let computed = computedColumns(report, words)
    if !computed.isEmpty { texts.append(words.computedNote(computed)) }
    return texts.isEmpty ? [] : [texts.joined(separator: " ")]
  }

  private static func computedColumns(_ report: Report, _ words: Words) -> [String] {
    guard let first = report.activities.first else { return [] }
    var names: [String] = []
    if first.periods.contains(where: { $0.variance.origin == .computed }) { names.append(words.varianceShort) }
    if first.annual.goal.origin == .computed { names.append(words.goalHeader) }
    if first.annual.real.origin == .computed { names.append(words.realHeader(year: report.year?.value)) }
    if first.annual.variation.origin == .computed { names.append(words.variationHeader) }
    return names
  }

  private static func noteRows(_ context: Context, width: Length) -> [Row] {
    let gap = Length.pt(18)
    let column = (width - gap) / 2
    let blocks = context.notes.map { note -> (Note, TextBlock) in
      let activity = context.report.activities[note.activity]
      let number = activity.number?.value ?? activity.name.value
      let place = context.words.activity(number).capitalisedFirst + ", " + note.column + ": "
      return (note, block(place + context.words.discrepancy(note.discrepancy), width: column - .pt(14), context))
    }
    return stride(from: 0, to: blocks.count, by: 2).map { start in
      let pair = blocks[start..<min(start + 2, blocks.count)]
      let cells = zip(pair, [context.body.minX, context.body.minX + column + gap]).map { ($0.0, $0.1, $1) }
      return Row(cells: cells, height: pair.map(\.1.height).max() ?? .zero)
    }
  }

  private static func block(_ text: String, width: Length, _ context: Context) -> TextBlock {
    let table = context.theme.table
    return context.block(text, table.note, context.theme.ink.quiet, leading: table.noteLeading, width: width)
  }

  /// Sets some rows of the notes below `top`.
  func set(
    _ range: Range<Int>, top: Length, in frame: inout Frame, section: StructureElement.ID,
    builder: inout DocumentBuilder
  ) {
    var y = top
    for row in rows[range] {
      for (note, block, left) in row.cells {
        set(note, block, at: Point(x: left, y: y), in: &frame, section: section, builder: &builder)
      }
      y = y + row.height
    }
  }

  private func set(
    _ note: Note?, _ block: TextBlock, at point: Point, in frame: inout Frame, section: StructureElement.ID,
    builder: inout DocumentBuilder
  ) {
    guard let note else {
      let owner = builder.leaf(.paragraph, in: section)
      return block.place(in: &frame, at: point, context.measuring, owner)
    }
    let element = builder.element(.note, in: section)
    let table = context.theme.table
    let mark = TextStyle(.bold, table.note.size, context.theme.ink.warning)
    let label = builder.leaf(.label, in: element)
    frame.add(.text(context.measuring.line(note.mark, mark, at: Point(x: point.x, y: point.y + block.baseline))), label)
    let text = builder.leaf(.paragraph, in: element)
    block.place(in: &frame, at: Point(x: point.x + .pt(14), y: point.y), context.measuring, text)
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
