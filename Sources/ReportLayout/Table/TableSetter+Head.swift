import Pages

/// The table's head and its rules.
extension TableSetter {
  /// The tints behind the head and the annual columns.
  func drawGround(top: Length, headBottom: Length, bottom: Length, in frame: inout Frame) {
    guard theme.ink.tint != theme.ink.paper else { return }
    let head = Rect(x: geometry.left, y: top, width: geometry.width, height: headBottom - top)
    frame.add(.shape(Shape(.rect(head), fill: theme.ink.tint)), .artifact(.layout))
    guard let first = geometry.annual.first else { return }
    let annual = Rect(x: first.left, y: headBottom, width: geometry.right - first.left, height: bottom - headBottom)
    frame.add(.shape(Shape(.rect(annual), fill: theme.ink.faintTint)), .artifact(.layout))
  }

  /// Content the first time, level by level as its rows are read; on later pages the same words as an artifact.
  mutating func drawHead(top: Length, in frame: inout Frame, builder: inout DocumentBuilder, repeated: Bool) {
    let levels = head.levels(geometry)
    var rows: [StructureElement.ID] = []
    if !repeated { rows = (0..<3).map { _ in builder.element(.tableRow, in: headElement) } }
    for column in geometry.columns where column.kind.isText {
      addCell(column, rows: rows, top: top, levels: levels, in: &frame, builder: &builder)
    }
    let year = drawYear(top: top, height: levels[0], rows.first, in: &frame, builder: &builder)
    for column in geometry.columns where column.kind.isAnnual {
      addCell(column, rows: rows, top: top, levels: levels, in: &frame, builder: &builder)
    }
    let periods = drawPeriods(
      top: top + levels[0], height: levels[1], rows.dropFirst().first, in: &frame, builder: &builder)
    drawColumns(
      top: top + levels[0] + levels[1], height: levels[2], rows.last, year, periods, in: &frame, builder: &builder)
  }

  /// A column's label over all three levels.
  private mutating func addCell(
    _ column: TableGeometry.Column, rows: [StructureElement.ID], top: Length, levels: [Length], in frame: inout Frame,
    builder: inout DocumentBuilder
  ) {
    let height = levels.reduce(.zero, +)
    let text = head.label(column.kind, initials: geometry.usesInitials)
    let cell = headerCell(rows.first, text, rowSpan: 3, builder: &builder)
    headers[column.kind] = cell.map { [$0] } ?? headers[column.kind]
    let owner = cell.map { Owner.content($0) } ?? .artifact(.pagination)
    let block = head.block(text, head.face(column.kind), width: column.width, size: size)
    let y = top + (height - block.height) / 2
    let isNumber = column.kind == .number
    if column.kind.isAnnual {
      block.place(in: &frame, at: Point(x: column.axis, y: y), measuring, owner, .center)
    } else {
      let x = isNumber ? column.right - size * theme.table.textPadding : column.left
      block.place(in: &frame, at: Point(x: x, y: y), measuring, owner, isNumber ? .end : .start)
    }
  }

  /// The first level over all periods.
  private func drawYear(
    top: Length, height: Length, _ row: StructureElement.ID?, in frame: inout Frame, builder: inout DocumentBuilder
  ) -> StructureElement.ID? {
    let columns = geometry.columns.filter { $0.kind.period != nil }
    guard let first = columns.first, let last = columns.last else { return nil }
    let cell = headerCell(row, head.yearLabel, columnSpan: columns.count, builder: &builder)
    addCentred(
      head.yearLabel, theme.table.strong, left: first.left, right: last.right, top: top, height: height, cell,
      in: &frame)
    return cell
  }

  /// The second level; the cell of each period.
  private func drawPeriods(
    top: Length, height: Length, _ row: StructureElement.ID?, in frame: inout Frame, builder: inout DocumentBuilder
  ) -> [Int: StructureElement.ID] {
    var cells: [Int: StructureElement.ID] = [:]
    for period in geometry.periods {
      let columns = geometry.columns(of: period)
      guard let left = columns.first?.left, let right = columns.last?.right else { continue }
      let cell = headerCell(row, head.periodLabel(period), columnSpan: columns.count, builder: &builder)
      if let cell { builder.structure.update(cell) { $0 = context.source($0) } }
      cells[period] = cell
      addCentred(
        head.periodLabel(period), theme.table.strong, left: left, right: right, top: top, height: height, cell,
        in: &frame)
    }
    return cells
  }

  /// The third level. A figure's headers are year, period and column, outermost first.
  private mutating func drawColumns(
    top: Length, height: Length, _ row: StructureElement.ID?, _ year: StructureElement.ID?,
    _ periods: [Int: StructureElement.ID], in frame: inout Frame, builder: inout DocumentBuilder
  ) {
    for column in geometry.columns {
      guard let period = column.kind.period else { continue }
      let label = head.label(column.kind, initials: geometry.usesInitials)
      let cell = headerCell(row, label, builder: &builder)
      if let year, let period = periods[period], let cell { headers[column.kind] = [year, period, cell] }
      addCentred(
        label, theme.table.face,
        left: column.axis - column.roomAroundAxis / 2, right: column.axis + column.roomAroundAxis / 2, top: top,
        height: height, cell, in: &frame)
    }
  }

  private func headerCell(
    _ row: StructureElement.ID?, _ text: String, columnSpan: Int = 1, rowSpan: Int = 1,
    builder: inout DocumentBuilder
  ) -> StructureElement.ID? {
    row.map {
      builder.element(
        .tableHeader, in: $0,
        StructureAttributes(
          expansion: context.words.expansion(of: text), scope: .column, columnSpan: columnSpan, rowSpan: rowSpan))
    }
  }

  private func addCentred(
    _ text: String, _ face: FontFace, left: Length, right: Length, top: Length, height: Length,
    _ cell: StructureElement.ID?, in frame: inout Frame
  ) {
    let block = head.block(text, face, width: right - left, size: size)
    let point = Point(x: (left + right) / 2, y: top + (height - block.height) / 2)
    block.place(in: &frame, at: point, measuring, cell.map { .content($0) } ?? .artifact(.pagination), .center)
  }

  /// Rules: under each header level, between periods, beside the annual columns, and a strong one under the head.
  func drawRules(top: Length, headBottom: Length, bottom: Length, in frame: inout Frame) {
    let levels = head.levels(geometry)
    let table = theme.table
    let groups = geometry.periods.map { geometry.columns(of: $0) }
    if let first = groups.first?.first, let last = groups.last?.last {
      for y in [top + levels[0], top + levels[0] + levels[1]] {
        drawRule(at: y, table.hairline, theme.ink.rule, from: first.left, to: last.right, in: &frame)
      }
      let inner = groups.dropFirst().compactMap { $0.first?.left }
      for x in inner {
        drawVertical(at: x, table.hairline, theme.ink.rule, from: top + levels[0], to: bottom, in: &frame)
      }
      drawVertical(at: first.left, table.periodRule, theme.ink.rule, from: top, to: bottom, in: &frame)
      drawVertical(at: last.right, table.periodRule, theme.ink.rule, from: top, to: bottom, in: &frame)
    }
    drawRule(at: headBottom, table.strongRule, theme.ink.accent, in: &frame)
    drawRule(at: bottom, table.periodRule, theme.ink.rule, in: &frame)
  }

  func drawRule(
    at y: Length, _ width: Length, _ color: Color, from: Length? = nil, to: Length? = nil, in frame: inout Frame
  ) {
    let path = Path.line(from: Point(x: from ?? geometry.left, y: y), to: Point(x: to ?? geometry.right, y: y))
    frame.add(.shape(Shape(path, stroke: Stroke(color, width))), .artifact(.layout))
  }

  private func drawVertical(
    at x: Length, _ width: Length, _ color: Color, from: Length, to: Length, in frame: inout Frame
  ) {
    let path = Path.line(from: Point(x: x, y: from), to: Point(x: x, y: to))
    frame.add(.shape(Shape(path, stroke: Stroke(color, width))), .artifact(.layout))
  }
}
