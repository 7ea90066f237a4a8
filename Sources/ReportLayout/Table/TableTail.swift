import Pages
import ReportModel

/// What stands under the table: the formulas in words, each wrong figure explained, the source's own notes.
struct TableTail {
  private let context: Context
  private let width: Length
  private static let gutter = Length.pt(18)
  private static let indent = Length.pt(14)

  static func blocks(_ context: Context, usesInitials: Bool) -> [TailBlock] {
    let tail = TableTail(context: context, width: context.body.width)
    return tail.formulas(usesInitials: usesInitials) + tail.notes() + tail.sourceNotes()
      + (SignatureBlock(context)?.tailBlocks ?? [])
  }

  private func formulas(usesInitials: Bool) -> [TailBlock] {
    let (words, report) = (context.words, context.report)
    var texts: [String] = usesInitials ? [words.initials] : []
    if let period = report.signs.period { texts.append(words.varianceFormula(period, report.scheme)) }
    if let annual = report.signs.annual { texts.append(words.variationFormula(annual)) }
    if context.flippedSigns.period || context.flippedSigns.annual {
      texts.append(words.normalisedSigns(context.flippedSigns))
    }
    let computed = computedColumns
    if !computed.isEmpty { texts.append(words.computedNote(computed)) }
    return texts.isEmpty ? [] : [paragraph(texts.joined(separator: " "))]
  }

  private var computedColumns: [String] {
    let (words, report) = (context.words, context.report)
    guard let first = report.activities.first else { return [] }
    var names: [String] = []
    if first.periods.contains(where: { $0.variance.origin == .computed }) { names.append(words.varianceShort) }
    if first.annual.goal.origin == .computed { names.append(words.goalHeader) }
    if first.annual.real.origin == .computed { names.append(words.realHeader(year: report.year?.value)) }
    if first.annual.variation.origin == .computed { names.append(words.variationHeader) }
    return names
  }

  /// Lines below the source's table, as written; the first says whose they are.
  private func sourceNotes() -> [TailBlock] {
    context.report.notes.enumerated().map { index, note in
      paragraph((index == 0 ? context.words.sourceNotes + " " : "") + note.value, context.source())
    }
  }

  private func paragraph(_ text: String, _ attributes: StructureAttributes = StructureAttributes()) -> TailBlock {
    let (block, left, measuring) = (block(text, width: width), context.body.minX, context.measuring)
    return TailBlock(height: block.height) { top, page, section, builder in
      let owner = builder.leaf(.paragraph, in: section, attributes)
      block.place(in: &page.frame, at: Point(x: left, y: top), measuring, owner)
    }
  }

  private func block(_ text: String, width: Length) -> TextBlock {
    let table = context.theme.table
    return context.block(text, table.note, context.theme.ink.quiet, leading: table.noteLeading, width: width)
  }
}

// Wrong figures
extension TableTail {
  /// Two notes side by side.
  private func notes() -> [TailBlock] {
    let column = (width - TableTail.gutter) / 2
    let lefts = [context.body.minX, context.body.minX + column + TableTail.gutter]
    let blocks = context.notes.map { ($0, block(text(of: $0), width: column - TableTail.indent)) }
    return stride(from: 0, to: blocks.count, by: 2).map { start in
      let pair = Array(zip(blocks[start..<min(start + 2, blocks.count)], lefts))
      let height = pair.map(\.0.1.height).max() ?? .zero
      return TailBlock(height: height, notes: start..<start + pair.count) { top, page, section, builder in
        for ((note, block), left) in pair {
          set(note, block, at: Point(x: left, y: top), in: &page, section, &builder)
        }
      }
    }
  }

  private func text(of note: Note) -> String {
    let activity = context.report.activities[note.activity]
    let number = activity.number?.value ?? activity.name.value
    let place = context.words.activity(number).capitalisedFirst + ", " + note.column + ": "
    return place + context.words.discrepancy(note.discrepancy, isFlipped: context.isFlipped(note))
  }

  private func set(
    _ note: Note, _ block: TextBlock, at point: Point, in page: inout Page, _ section: StructureElement.ID,
    _ builder: inout DocumentBuilder
  ) {
    let element = builder.element(.note, in: section)
    let mark = TextStyle(.bold, block.style.size, context.theme.ink.warning)
    let baseline = Point(x: point.x, y: point.y + block.baseline)
    let line = context.measuring.line(note.mark, mark, at: baseline)
    let area = Rect(x: point.x, y: point.y, width: TableTail.indent, height: block.leading)
    let letter = builder.letter(note.mark, of: element, area: area, words: context.words, page: &page)
    page.frame.add(.text(line), letter)
    let text = builder.leaf(.paragraph, in: element)
    block.place(in: &page.frame, at: Point(x: point.x + TableTail.indent, y: point.y), context.measuring, text)
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
