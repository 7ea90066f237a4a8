import Charts
import Pages
import ReportModel

/// The texts of an activity: outcome, bullet bar, key figures, notes on wrong figures, objective and legend; in one
/// column beside the charts, or in three above them.
struct ActivityTexts {
  let layout: ActivityLayout

  private var context: Context { layout.context }
  private var theme: Theme { layout.theme }
  private var measures: ActivityMeasures { layout.measures }
  private var unit: Length { measures.unit }
  private var words: Words { layout.words }
  private var annual: AnnualFigures { layout.activity.annual }
  private var bands: Verdict.Bands { context.options.bands }
  private var side: (left: Length, width: Length) { layout.geometry.side }

  /// Sets the texts and returns what did not fit.
  func set(firstBaseline top: Length, page: inout Page, builder: inout DocumentBuilder) -> ColumnFlow {
    layout.geometry.arrangement.place == .above
      ? setAbove(top, &page, &builder) : setBeside(top, &page, &builder)
  }

  /// Outcome, verdict and what else the table above leaves out; the bar where there is room for it. Returns whether all
  /// of it fits.
  func setUnderTable(firstBaseline top: Length, page: inout Page, builder: inout DocumentBuilder) -> Bool {
    let bottom = layout.geometry.bottom
    var y = setOutcome(top, &page.frame, &builder)
    var frame = page.frame
    let bar = setBullet(below: y, &frame)
    if bar + unit * 10 <= bottom { (page.frame, y) = (frame, bar) }
    y = setKeyFigures(below: y, left: side.left, &page, &builder)
    setLegend(&page, &builder)
    let start = y + unit * 3
    let room = Rect(x: side.left, y: start, width: side.width, height: max(.zero, bottom - start))
    return setTexts(fitting(room.height), in: room, &page, &builder).isEmpty && y <= bottom
  }

  private func setBeside(_ top: Length, _ page: inout Page, _ builder: inout DocumentBuilder) -> ColumnFlow {
    let outcome = setOutcome(top, &page.frame, &builder)
    var frame = page.frame
    let bar = setBullet(below: outcome, &frame)
    func room(below y: Length) -> Length { max(.zero, layout.geometry.bottom - y - keyFiguresHeight - unit * 3) }
    var (start, whole) = (bar, fitting(room(below: bar)))
    // The bar shows what the outcome says: it gives way where the texts end on this page without it, and not with it.
    if whole == nil, bar > outcome, let withoutBar = fitting(room(below: outcome)) {
      (start, whole) = (outcome, withoutBar)
    } else {
      page.frame = frame
    }
    let y = setKeyFigures(below: start, left: side.left, &page, &builder)
    setLegend(&page, &builder)
    let place = Rect(x: side.left, y: y + unit * 3, width: side.width, height: room(below: start))
    return setTexts(whole, in: place, &page, &builder)
  }

  /// Outcome and bar; key figures; notes and objective.
  private func setAbove(_ top: Length, _ page: inout Page, _ builder: inout DocumentBuilder) -> ColumnFlow {
    let step = side.width + measures.gutter
    let y = setOutcome(top, &page.frame, &builder)
    _ = setBullet(below: y, &page.frame)
    _ = setKeyFigures(below: top - unit * 6, left: side.left + step, &page, &builder)
    setLegend(&page, &builder)
    let start = top - measures.leading
    let height = layout.geometry.textBand + measures.leading
    let place = Rect(x: side.left + step * 2, y: start, width: side.width, height: height)
    return setTexts(fitting(height), in: place, &page, &builder)
  }

  /// The texts at the usual size, or smaller and tighter where that keeps all of them on the page; nil where nothing does.
  /// Most fit at the first size: the others are broken only where one does not.
  private func fitting(_ room: Length) -> [Piece]? {
    measures.bodies.lazy.map(texts).first { height(of: $0) <= room + .pt(0.01) }
  }

  /// - Parameter whole: the texts that fit; nil sets what there is room for, with where it goes on.
  /// - Returns: what did not fit.
  private func setTexts(
    _ whole: [Piece]?, in room: Rect, _ page: inout Page, _ builder: inout DocumentBuilder
  ) -> ColumnFlow {
    var flow = flow(whole ?? texts(measures.bodies[0]), &builder)
    guard whole == nil else {
      flow.set(in: room, page: &page, context, &builder)
      return flow
    }
    let part = Rect(x: room.minX, y: room.minY, width: room.width, height: room.height - measures.leading)
    flow.set(in: part, page: &page, context, &builder, leaving: measures.fewestSpilled)
    layout.setContinuationMark(left: room.minX, baseline: room.maxY, in: &page, builder)
    return flow
  }

  /// Returns the last baseline.
  private func setOutcome(_ top: Length, _ frame: inout Frame, _ builder: inout DocumentBuilder) -> Length {
    let block = TextBlock(
      words.sentence(layout.activity, bands), theme.style(measures.outcome, theme.ink.text),
      leading: measures.outcomeLeading,
      width: side.width, context.typesetter, hyphenating: false)
    let owner = builder.leaf(.paragraph, in: layout.section)
    block.place(in: &frame, baseline: Point(x: side.left, y: top), layout.measuring, owner)
    return top + block.leading * Double(max(0, block.lines.count - 1))
  }

  /// Nothing to compare, no bar. Returns where it ends. The bar shows what the outcome above it says, so it is an artifact.
  private func setBullet(below y: Length, _ frame: inout Frame) -> Length {
    // Below zero there is nothing a bar from the left edge could show but the contrary.
    guard let goal = annual.goal.quantity, let real = annual.real.quantity, goal > .zero, real >= .zero
    else { return y }
    let bar = BulletBar(
      goal: goal.approximation, real: real.approximation,
      label: words.goalMark + " " + layout.activity.figureText(.goal, period: 0).text, style: layout.geometry.chart)
    let top = Point(x: side.left, y: y + unit * 2)
    let frameOfBar = bar.frame(width: side.width, measuring: layout.measuring, owner: .artifact(.layout))
    frame.place(frameOfBar, at: top)
    return top.y + bar.height.rounded(upTo: unit)
  }
}

// Notes and objective
extension ActivityTexts {
  /// A text broken to the column, before it has an element.
  private struct Piece {
    let block: TextBlock
    var note: (letter: String, line: TextLine, indent: Length)?
    var title: (text: String, block: TextBlock)?
    /// Where a text that shares its title's line begins.
    var runIn: Length?
    var gap = Length.zero

    var height: Length { gap + (runIn == nil ? title?.block.height ?? .zero : .zero) + block.height }
  }

  private func height(of pieces: [Piece]) -> Length { pieces.reduce(.zero) { $0 + $1.height } }

  /// Notes on wrong figures, then the objective and what else the source says in words; under the table, which has notes
  /// and objective, the rest.
  private func texts(_ body: ActivityMeasures.Body) -> [Piece] {
    let activity = layout.activity
    let isUnderTable = layout.geometry.isUnderTable
    let sections: [(String, String?)] =
      [
        (words.objective, isUnderTable ? nil : activity.objective?.value),
        (words.unit, activity.unit?.value ?? activity.unitOfFigures),
        (words.responsible, activity.responsible?.value), (words.remarks, activity.remarks?.value),
        (words.sourceSubtotals, subtotals),
      ] + zip(context.report.extraColumns, activity.extras).map { ($0.header.value, $1?.value) }
    var pieces = (isUnderTable ? [] : notes) + before
    for case (let title, let text?) in sections {
      var piece = piece(title, text, body)
      // Lines of facts are a list, with less between them than between texts.
      let isList = piece.runIn != nil && pieces.last?.runIn != nil
      piece.gap = pieces.isEmpty ? Length.zero : unit * (isList ? 1 : 2)
      pieces.append(piece)
    }
    return pieces
  }

  /// What the year before was programmed and carried out, in one line.
  private var before: [Piece] {
    guard let comparison = context.comparison, let old = comparison.previous(of: layout.index) else { return [] }
    return [Piece(block: small(words.previousFigures(old, year: comparison.previous.year), width: side.width))]
  }

  /// A line for each column of the source that sums up periods.
  private var subtotals: String? {
    let lines = zip(context.report.subtotals, layout.activity.subtotals).map {
      DisplayCase.words($0.label) + ": " + words.figures($1)
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// A line a wrong figure, up to a few; the table has all of them.
  private var notes: [Piece] {
    let notes = context.notes.filter { $0.activity == layout.index }
    let shown = notes.prefix(notes.count > measures.mostNotes + 1 ? measures.mostNotes : notes.count)
    let style = TextStyle(.bold, measures.small.size, theme.ink.warning)
    var pieces = shown.map { note in
      let mark = layout.measuring.line(spaced(note.mark, .bold), style, at: .zero)
      let indent = max(.pt(14), mark.width + .pt(8))
      let text = note.column + ": " + words.briefDiscrepancy(note.discrepancy, isFlipped: context.isFlipped(note))
      return Piece(block: small(text, width: side.width - indent), note: (note.mark, mark, indent))
    }
    if shown.count < notes.count {
      let text = words.moreNotes(notes.count - shown.count, page: layout.notesPage + 1)
      pieces.append(Piece(block: small(text, width: side.width)))
    }
    return pieces
  }

  private func small(_ text: String, width: Length) -> TextBlock {
    context.block(text, measures.small, theme.ink.text, leading: measures.leading, width: width)
  }

  /// Set without hyphens: the column is wide enough for whole words, and short lines among long ones read better than
  /// a ladder of hyphens. A text that fits behind its title stands there.
  private func piece(_ title: String, _ text: String, _ body: ActivityMeasures.Body) -> Piece {
    let heading = context.block(
      title, measures.heading, theme.ink.quiet, leading: measures.leading, width: side.width)
    let block = TextBlock(
      text, theme.style(body.font, theme.ink.text), leading: unit * body.leading, width: side.width,
      context.typesetter, keepingLines: true, hyphenating: false)
    let start = heading.width(layout.measuring) + unit * 1.5
    let isShort = block.lines.count == 1 && start + block.width(layout.measuring) <= side.width
    return Piece(block: block, title: (title, heading), runIn: isShort ? start : nil)
  }

  private func flow(_ pieces: [Piece], _ builder: inout DocumentBuilder) -> ColumnFlow {
    var flow = ColumnFlow()
    for piece in pieces {
      if piece.gap > .zero { flow.addGap(piece.gap) }
      if let note = piece.note {
        let element = builder.element(.note, in: layout.section)
        flow.add(
          piece.block, builder.leaf(.paragraph, in: element), indent: note.indent,
          mark: ColumnFlow.Mark(letter: note.letter, line: note.line, note: element))
      } else if let title = piece.title {
        let heading = builder.leaf(.heading3, in: layout.section)
        let paragraph = builder.leaf(.paragraph, in: layout.section, context.source())
        if let start = piece.runIn {
          flow.add(title.block.lines, before: piece.block, at: start, title.block.style, heading, paragraph)
        } else {
          flow.add(title.block, heading, keepsWithNext: true)
          flow.add(piece.block, paragraph, title: title.text)
        }
      } else {
        flow.add(piece.block, builder.leaf(.paragraph, in: layout.section))
      }
    }
    return flow
  }

  /// A text and the space that keeps it apart from the next of the same element.
  private func spaced(_ text: String, _ face: FontFace) -> [ShapedText] {
    [layout.measuring.shape(text, face), layout.measuring.shape(" ", face)]
  }
}

// The legend
extension ActivityTexts {
  /// What the symbols mean, along the foot of the page.
  private func setLegend(_ page: inout Page, _ builder: inout DocumentBuilder) {
    drawLegend(at: layout.geometry.legend, &page, &builder)
  }

  /// On the first activity's page it is content; on all others it is the same again, and stands with what pages repeat.
  private func drawLegend(at points: [Point], _ page: inout Page, _ builder: inout DocumentBuilder) {
    guard layout.index > 0 else {
      let owner = builder.leaf(.paragraph, in: layout.section)
      return drawLegend(at: points, &page.frame, symbols: .artifact(.layout), words: owner)
    }
    drawLegend(at: points, &page.furniture, symbols: .artifact(.pagination), words: .artifact(.pagination))
  }

  private func drawLegend(at points: [Point], _ frame: inout Frame, symbols: Owner, words owner: Owner) {
    let style = theme.style(measures.legend, theme.ink.quiet)
    let radius = measures.symbol * 0.72
    for (point, (status, _)) in zip(points, words.legend(bands)) {
      let center = Point(x: point.x + radius * 1.15, y: point.y - style.size * 0.355)
      let symbol = VerdictSymbol.shape(status, center: center, radius: radius, color: theme.ink.text)
      frame.add(.shape(symbol), symbols)
    }
    for (point, (_, text)) in zip(points, words.legend(bands)) {
      let start = Point(x: point.x + measures.symbol * 2.8, y: point.y)
      frame.add(.text(layout.measuring.line(spaced(text, style.face), style, at: start)), owner)
    }
  }
}

extension Length {
  /// The next whole multiple of `unit`.
  func rounded(upTo unit: Length) -> Length { unit * ((self / unit) - 1e-9).rounded(.up) }
}
