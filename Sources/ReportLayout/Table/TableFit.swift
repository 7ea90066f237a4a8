import Pages
import ReportModel

/// Finds type size, column widths and the rows' spacing.
///
/// For a type size, a figure column takes what its widest figure or its label needs; what is left of the page's width
/// goes to the activity and objective columns, shared so that the table is lowest. The size is the largest, between
/// the theme's floor and ceiling, that keeps the table on as few pages as the floor size needs: the fewest possible.
///
/// 1. Parts: the fewest parts for which, at the floor size, the text columns keep their least widths. The third header
///    level is cut to initials before the table is parted.
/// 2. Size: bisection over the candidate sizes; the number of pages does not fall when the size grows. Objectives are
///    hyphenated only where that saves a page or allows a larger size.
/// 3. Widths: for one size, the share of the activity column is tried in even steps over its whole range, then in finer
///    steps around the best. Heights change in whole lines, so a finer search gains nothing.
/// 4. Air: lines and rows are then set apart as far as the theme allows and the number of pages stays what it is, so
///    that a short table does not crouch at the head of its page and rows are spread over the last pages.
struct TableFit {
  let context: Context
  let content: TableContent
  let width: Length
  let head: TableHead
  private(set) var parts: [TablePart] = []

  init(_ context: Context, _ content: TableContent) {
    self.context = context
    self.content = content
    width = context.body.width
    head = TableHead(context)
    parts = TableFit.parts(self)
  }

  private var measures: TableMeasures { context.theme.table }

  /// The parts with their geometries; `pages` counts the pages geometries take together.
  func best(pages: ([TableGeometry]) -> Int) -> [TableGeometry] {
    let steps = Int(((measures.ceiling - measures.floor) / measures.step).rounded())
    /// The largest size that needs no more pages than the smallest.
    func largest(hyphenating: Bool) -> (step: Int, pages: Int, found: [TableGeometry]) {
      func geometries(_ step: Int) -> [TableGeometry] {
        parts.map { geometry($0, size: measures.floor + measures.step * Double(step), hyphenating: hyphenating) }
      }
      var best = geometries(0)
      let fewest = pages(best)
      var (low, high) = (0, steps)
      while low < high {
        let middle = (low + high + 1) / 2
        let candidate = geometries(middle)
        if parts.allSatisfy({ fits($0, size: candidate[0].size) }), pages(candidate) <= fewest {
          (low, best) = (middle, candidate)
        } else {
          high = middle - 1
        }
      }
      return (low, fewest, best)
    }
    let whole = largest(hyphenating: false)
    let divided = largest(hyphenating: true)
    let saves = divided.pages < whole.pages || divided.pages == whole.pages && divided.step > whole.step
    return spread(saves ? divided.found : whole.found, pages: pages)
  }

  /// The fewest parts whose columns can be held at the floor size.
  private static func parts(_ fit: TableFit) -> [TablePart] {
    let periods = fit.context.report.periods.count
    let count = (1...max(1, periods)).first { count in
      TablePart.parts(count, periods: periods).allSatisfy { fit.fits($0, size: fit.measures.floor) }
    }
    return TablePart.parts(count ?? max(1, periods), periods: periods)
  }

  /// The geometries with as much air as keeps their pages, found to a sixteenth.
  private func spread(_ geometries: [TableGeometry], pages: ([TableGeometry]) -> Int) -> [TableGeometry] {
    // A single row shares its page with its charts.
    guard content.rows.count > 1 else { return geometries }
    let fewest = pages(geometries)
    var (low, high) = (0, 16)
    while low < high {
      let middle = (low + high + 1) / 2
      if pages(geometries.map { spaced($0, air: Double(middle) / 16) }) <= fewest {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return geometries.map { spaced($0, air: Double(low) / 16) }
  }

  /// - Parameter air: 0 for the least spacing, 1 for the most.
  private func spaced(_ geometry: TableGeometry, air: Double) -> TableGeometry {
    var spaced = geometry
    spaced.leading = geometry.size * measures.leading.at(air)
    spaced.padding = geometry.size * measures.cellPadding.at(air)
    return spaced
  }
}

// Widths
extension TableFit {
  /// Whether the text columns keep their least widths.
  func fits(_ part: TablePart, size: Length) -> Bool {
    textWidth(part, size: size, initials: usesInitials(part)) >= leastTextWidth(part) * size
  }

  /// Wide enough for the words of names, which are set in capitals and read badly when broken.
  private var leastName: Double {
    max(measures.narrowestName, min(content.nameWordWidth, measures.widestNameWord) + measures.textPadding)
  }

  private func leastTextWidth(_ part: TablePart) -> Double {
    leastName + (part.isFirst && content.hasObjectives ? measures.narrowestObjective : 0)
  }

  /// Only where words are wider than the figures under them, and the text columns would be narrow for it. Decided at the
  /// floor size, so that whole words never give way to a larger type.
  private func usesInitials(_ part: TablePart) -> Bool {
    let (words, initials) = (
      textWidth(part, size: measures.floor, initials: false), textWidth(part, size: measures.floor, initials: true)
    )
    return words < initials && words < leastTextWidth(part) * measures.roomForWords * measures.floor
  }

  private func textWidth(_ part: TablePart, size: Length, initials: Bool) -> Length {
    part.columns(content).reduce(width) { $0 - fixedWidth($1, size: size, initials: initials) }
  }

  /// Width of a number or figure column; 0 for the flexible ones.
  private func fixedWidth(_ column: TableColumn, size: Length, initials: Bool) -> Length {
    guard let kind = column.figureKind else {
      guard column == .number else { return .zero }
      let label = head.labelWidth(column, size: size, initials: initials)
      let page = context.theme.pageNumberSize(size) * content.pageWidth
      return max(size * min(content.numberWidth, 6), label, page) + size * measures.textPadding
    }
    let sides = sides(column, kind, size: size, initials: initials)
    return sides.left + sides.right
  }

  /// What a figure column takes on both sides of its axis: half the widest figure or the label, and the space to what is
  /// beside it, in which marks hang.
  private func sides(
    _ column: TableColumn, _ kind: FigureKind, size: Length, initials: Bool
  ) -> (left: Length, right: Length) {
    let (figures, labels) = (measures.figurePadding, measures.labelPadding)
    func padding(_ isOuter: Bool) -> (figure: Double, label: Double) {
      kind.isAnnual
        ? (measures.annualPadding, measures.annualPadding)
        : isOuter ? (figures.outer, labels.outer) : (figures.inner, labels.inner)
    }
    let (left, right) = (padding(kind == .programmed), padding(kind == .variance))
    let figure = size * content.figureWidth(kind, period: column.period) / 2
    let label = head.labelWidth(column, size: size, initials: initials) / 2
    let mark = context.theme.markRoom(kind, content, period: column.period, size: size)
    return (
      max(figure + size * left.figure, label + size * left.label),
      max(figure + max(size * right.figure, mark), label + size * right.label)
    )
  }

  /// The least spacing; `best` adds the air.
  func geometry(_ part: TablePart, size: Length, hyphenating: Bool) -> TableGeometry {
    let initials = usesInitials(part)
    let text = textWidth(part, size: size, initials: initials)
    let (name, objective, lines) = lowest(part, size: size, text: text, hyphenating: hyphenating)
    let kinds = part.columns(content)
    let spare = share(text - name - objective, among: kinds)
    var columns: [TableGeometry.Column] = []
    var left = context.body.minX
    for column in kinds {
      let (width, axis) = extent(column, name, objective, spare, size: size, initials: initials)
      columns.append(TableGeometry.Column(kind: column, left: left, width: width, axis: left + axis))
      left = left + width
    }
    return TableGeometry(
      size: size, columns: columns, usesInitials: initials, hyphenates: hyphenating, rowLines: lines,
      leading: size * measures.leading.lowerBound, padding: size * measures.cellPadding.lowerBound)
  }

  /// A column's width, and where its axis stands in it.
  private func extent(
    _ column: TableColumn, _ name: Length, _ objective: Length, _ spare: Length, size: Length, initials: Bool
  ) -> (width: Length, axis: Length) {
    guard let kind = column.figureKind else {
      let width =
        column == .name
        ? name : column == .objective ? objective : fixedWidth(column, size: size, initials: initials)
      return (width, width / 2)
    }
    var sides = sides(column, kind, size: size, initials: initials)
    // Room to spare goes to the outer sides: what belongs together stays together.
    if kind == .programmed || kind.isAnnual { sides.left = sides.left + spare }
    if kind == .variance || kind.isAnnual { sides.right = sides.right + spare }
    return (sides.left + sides.right, sides.left)
  }

  /// Width that text columns leave, for each side of a period or an annual column.
  private func share(_ spare: Length, among columns: [TableColumn]) -> Length {
    let sides = columns.reduce(0) { count, column in
      switch column.figureKind {
      case .programmed, .variance: count + 1
      case .goal, .annualReal, .variation: count + 2
      case .real, nil: count
      }
    }
    return spare / Double(max(1, sides))
  }

  /// The shares of activity and objective that make the table lowest, and the rows' lines with them. Neither gets
  /// wider than a line that reads well; figure columns take what is left.
  private func lowest(
    _ part: TablePart, size: Length, text: Length, hyphenating: Bool
  ) -> (Length, Length, [Int]) {
    let (widestName, widestObjective) = (size * measures.widestName, size * measures.widestObjective)
    guard part.isFirst, content.hasObjectives else {
      let name = min(text, widestObjective)
      return (name, .zero, lines(name: name, objective: nil, size: size, hyphenating: hyphenating))
    }
    let usable = min(text, widestName + widestObjective)
    let least = max(min(size * leastName, usable / 2), usable - widestObjective)
    let most = max(least, min(usable - size * measures.narrowestObjective, widestName))
    func evaluate(_ share: Double) -> (share: Double, lines: [Int], total: Int) {
      let name = least + (most - least) * share
      let lines = lines(name: name, objective: usable - name, size: size, hyphenating: hyphenating)
      return (share, lines, lines.reduce(0, +))
    }
    var best = evaluate(0)
    func search(_ shares: some Sequence<Double>) {
      for share in shares where (0...1).contains(share) {
        let candidate = evaluate(share)
        if candidate.total < best.total { best = candidate }
      }
    }
    search(stride(from: 1.0 / 16, through: 1, by: 1.0 / 16))
    let around = best.share
    search(stride(from: around - 0.05, through: around + 0.05, by: 0.0125))
    let name = least + (most - least) * best.share
    return (name, usable - name, best.lines)
  }

  private func lines(name: Length, objective: Length?, size: Length, hyphenating: Bool) -> [Int] {
    content.rows.map { row in
      // Names are set in capitals and read as labels: whole words only.
      let names = row.name.lineCount(measure: measure(name, size), hyphenated: false)
      let objectives =
        objective.flatMap { width in
          row.objective?.lineCount(measure: measure(width, size), hyphenated: hyphenating)
        } ?? 0
      return max(1, names, objectives)
    }
  }

  /// A text column's measure in em, without its padding.
  private func measure(_ width: Length, _ size: Length) -> Double { width / size - measures.textPadding }
}

extension Theme {
  /// Width of the widest mark behind figures of a kind, with a gap on both sides.
  func markRoom(_ kind: FigureKind, _ content: TableContent, period: Int?, size: Length) -> Length {
    let width = content.markWidth(kind, period: period)
    return width == 0 ? .zero : markSize(size) * width + size * table.markGap * 2
  }

  func markSize(_ size: Length) -> Length { max(table.smallestMark, size * table.markScale) }

  /// Of the page number under a row's number.
  func pageNumberSize(_ size: Length) -> Length { max(table.smallestMark, size * table.pageScale) }
}

extension ClosedRange<Double> {
  /// A place in the range, from 0 to 1.
  func at(_ share: Double) -> Double { lowerBound + (upperBound - lowerBound) * share }
}
