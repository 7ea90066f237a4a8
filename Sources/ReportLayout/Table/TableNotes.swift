import Pages
import ReportModel

/// What stands under the table: the formulas in words, each wrong figure explained, the source's own notes.
struct TableNotes {
  private let context: Context
  private let width: Length
  private static let gutter = Length.pt(18)
  private static let indent = Length.pt(14)

  static func blocks(_ context: Context, usesInitials: Bool) -> [ClosingBlock] {
    let tail = TableNotes(context: context, width: context.body.width)
    return tail.formulas(usesInitials: usesInitials) + tail.notes() + tail.sourceNotes()
      + (SignatureBlock(context.signers, context.setting)?.closingBlocks ?? [])
  }

  private func formulas(usesInitials: Bool) -> [ClosingBlock] {
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
    // Of figures up to each period, the periods' own follow from what the source states.
    let periods = report.activities.flatMap(\.periods)
    if periods.contains(where: { $0.programmed.origin == .computed }) { names.append(words.programmedShort) }
    if periods.contains(where: { $0.real.origin == .computed }) { names.append(words.realShort) }
    if first.periods.contains(where: { $0.variance.origin == .computed }) { names.append(words.varianceShort) }
    if first.annual.goal.origin == .computed { names.append(words.goalHeader) }
    if first.annual.real.origin == .computed { names.append(words.realHeader(year: report.year?.value)) }
    if first.annual.variation.origin == .computed { names.append(words.variationHeader) }
    return names
  }

  /// Lines below the source's table, as written, its rows of sums, and who signs it where others sign the report; two
  /// columns, each text's later lines set in.
  private func sourceNotes() -> [ClosingBlock] {
    let notes = context.report.notes.map(\.value)
    let texts = totals + notes + signers
    guard !texts.isEmpty else { return [] }
    return [paragraph(context.words.sourceNotes)] + pairs(texts)
  }

  private var totals: [String] {
    let words = context.words
    return context.report.totals.map { total in
      let periods = zip(context.periodLabels, total.periods).map { $0 + ": " + words.figures($1) }
      let year = words.year + ": " + words.figures(total.annual)
      return words.totalRow(total.label.value) + (periods + [year]).joined(separator: "; ") + "."
    }
  }

  private var signers: [String] {
    guard context.signers.isEmpty || !context.options.signers.isEmpty else { return [] }
    return context.report.sourceSigners.map {
      context.words.signsSource($0.role?.value, $0.name.value, $0.post?.value)
    }
  }

  /// Two texts side by side.
  private func pairs(_ texts: [String]) -> [ClosingBlock] {
    let blocks = texts.map { HangingText($0, width: column, context) }
    return stride(from: 0, to: blocks.count, by: 2).map { start in
      let pair = Array(zip(blocks[start..<min(start + 2, blocks.count)], lefts))
      return ClosingBlock(height: pair.map(\.0.height).max() ?? .zero) { top, page, section, builder in
        for (text, left) in pair {
          text.place(
            at: Point(x: left, y: top), in: &page.frame, context.measuring,
            builder.leaf(.paragraph, in: section, context.source()))
        }
      }
    }
  }

  private var column: Length { (width - TableNotes.gutter) / 2 }
  private var lefts: [Length] { [context.body.minX, context.body.minX + column + TableNotes.gutter] }

  private func paragraph(_ text: String, _ attributes: StructureAttributes = StructureAttributes()) -> ClosingBlock {
    let (block, left, measuring) = (block(text, width: width), context.body.minX, context.measuring)
    return ClosingBlock(height: block.height) { top, page, section, builder in
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
extension TableNotes {
  /// Two notes side by side.
  private func notes() -> [ClosingBlock] {
    let blocks = context.notes.map { ($0, block(text(of: $0), width: column - TableNotes.indent)) }
    return stride(from: 0, to: blocks.count, by: 2).map { start in
      let pair = Array(zip(blocks[start..<min(start + 2, blocks.count)], lefts))
      let height = pair.map(\.0.1.height).max() ?? .zero
      return ClosingBlock(height: height, notes: start..<start + pair.count) { top, page, section, builder in
        for ((note, block), left) in pair {
          set(note, block, at: Point(x: left, y: top), in: &page, section, &builder)
        }
      }
    }
  }

  private func text(of note: Note) -> String {
    let activity = context.report.activities[note.activity]
    let number = activity.number?.value ?? activity.name.value.shortened(to: 200)
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
    let area = Rect(x: point.x, y: point.y, width: TableNotes.indent, height: block.leading)
    let letter = builder.letter(note.mark, of: element, area: area, words: context.words, page: &page)
    page.frame.add(.text(line), letter)
    let text = builder.leaf(.paragraph, in: element)
    block.place(in: &page.frame, at: Point(x: point.x + TableNotes.indent, y: point.y), context.measuring, text)
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// A text whose later lines are set in, so that each of several is found at a glance.
private struct HangingText {
  private static let indent = Length.pt(8)
  private let first: TextBlock
  private let rest: TextBlock

  init(_ text: String, width: Length, _ context: Context) {
    let table = context.theme.table
    let style = context.theme.style(table.note, context.theme.ink.quiet)
    let paragraph = context.typesetter.paragraph(text, style.face)
    let metrics = context.measuring.metrics(of: style.face)
    // As wide as the lines that are set in, so that it is broken once.
    let lines = paragraph.lines(measure: (width - HangingText.indent) / style.size, hyphenated: false)
    let whole = TextBlock(lines: lines, style: style, leading: table.noteLeading, metrics: metrics)
    (first, rest) = whole.split(at: 1)
  }

  var height: Length { first.height + rest.height }

  func place(at point: Point, in frame: inout Frame, _ measuring: any TextMeasuring, _ owner: Owner) {
    first.place(in: &frame, at: point, measuring, owner)
    rest.place(
      in: &frame, at: Point(x: point.x + HangingText.indent, y: point.y + first.height), measuring, owner)
  }
}
