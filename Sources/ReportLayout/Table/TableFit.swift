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
/// 2. Size: bisection over the candidate sizes; the number of pages does not fall when the size grows.
/// 3. Widths: for one size, the share of the activity column is tried in even steps over its whole range, then in finer
///    steps around the best. Heights change in whole lines, so a finer search gains nothing.
/// 4. Air: lines and rows are then set apart as far as the theme allows and the number of pages stays what it is, so
///    that a short table does not crouch at the head of its page and rows are spread over the last pages.
struct TableFit {
  let context: Context
  let content: TableContent
  let width: Length
  let head: TableHead

  init(_ context: Context, _ content: TableContent) {
    self.context = context
    self.content = content
    width = context.body.width
    head = TableHead(context)
  }

  private var measures: TableMeasures { context.theme.table }

  /// The parts with their geometries; `pages` counts the pages geometries take together.
  func best(pages: ([TableGeometry]) -> Int) -> [TableGeometry] {
    let parts = parts
    let steps = Int(((measures.ceiling - measures.floor) / measures.step).rounded())
    func geometries(_ step: Int) -> [TableGeometry] {
      parts.map { geometry($0, size: measures.floor + measures.step * Double(step)) }
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
    return spread(best, pages: pages)
  }

  /// The fewest parts whose columns can be held at the floor size.
  var parts: [TablePart] {
    let periods = context.report.periods.count
    let count = (1...max(1, periods)).first { count in
      TablePart.parts(count, periods: periods).allSatisfy { fits($0, size: measures.floor) }
    }
    return TablePart.parts(count ?? max(1, periods), periods: periods)
  }

  /// The geometries with as much air as keeps their pages, found to a sixteenth.
  private func spread(_ geometries: [TableGeometry], pages: ([TableGeometry]) -> Int) -> [TableGeometry] {
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

  /// Decided at the floor size, so that whole words never give way to a larger type.
  private func usesInitials(_ part: TablePart) -> Bool {
    textWidth(part, size: measures.floor, initials: false) < leastTextWidth(part) * measures.roomForWords
      * measures.floor
  }

  private func textWidth(_ part: TablePart, size: Length, initials: Bool) -> Length {
    part.columns(content).reduce(width) { $0 - fixedWidth($1, size: size, initials: initials) }
  }

  /// Width of a number or figure column; 0 for the flexible ones.
  private func fixedWidth(_ column: TableColumn, size: Length, initials: Bool) -> Length {
    guard let kind = column.figureKind else {
      guard column == .number else { return .zero }
      let label = head.labelWidth(column, size: size, initials: initials)
      return max(size * min(content.numberWidth, 6), label) + size * measures.textPadding
    }
    let padding = kind.isAnnual ? measures.annualPadding : measures.labelPadding
    let label = head.labelWidth(column, size: size, initials: initials) + size * padding * 2
    return max(label, context.theme.figureRoom(kind, content, size: size))
  }

  /// The least spacing; `best` adds the air.
  func geometry(_ part: TablePart, size: Length) -> TableGeometry {
    let initials = usesInitials(part)
    let text = textWidth(part, size: size, initials: initials)
    let (name, objective, lines) = lowest(part, size: size, text: text)
    let kinds = part.columns(content)
    let added = share(text - name - objective, among: kinds, size: size, initials: initials)
    var columns: [TableGeometry.Column] = []
    var left = context.body.minX
    for kind in kinds {
      let width =
        switch kind {
        case .name: name
        case .objective: objective
        case .number: fixedWidth(kind, size: size, initials: initials)
        default: fixedWidth(kind, size: size, initials: initials) + (added[kind] ?? .zero)
        }
      columns.append(TableGeometry.Column(kind: kind, left: left, width: width))
      left = left + width
    }
    return TableGeometry(
      size: size, columns: columns, usesInitials: initials, rowLines: lines,
      leading: size * measures.leading.lowerBound, padding: size * measures.cellPadding.lowerBound)
  }

  /// Width that text columns leave: first to labels that are then whole words, what is left to all figures alike.
  private func share(
    _ spare: Length, among columns: [TableColumn], size: Length, initials: Bool
  ) -> [TableColumn: Length] {
    let figures = columns.filter { !$0.isText }
    var added: [TableColumn: Length] = [:]
    for column in figures where column.isAnnual {
      let whole = head.wholeLabelWidth(column, size: size) + size * measures.annualPadding * 2
      added[column] = max(.zero, whole - fixedWidth(column, size: size, initials: initials))
    }
    let wanted = added.values.reduce(.zero, +)
    if wanted > spare { added = [:] }
    let rest = (wanted > spare ? spare : spare - wanted) / Double(max(1, figures.count))
    for column in figures { added[column, default: .zero] = added[column, default: .zero] + rest }
    return added
  }

  /// The shares of activity and objective that make the table lowest, and the rows' lines with them. Neither gets
  /// wider than a line that reads well; figure columns take what is left.
  private func lowest(_ part: TablePart, size: Length, text: Length) -> (Length, Length, [Int]) {
    let (widestName, widestObjective) = (size * measures.widestName, size * measures.widestObjective)
    guard part.isFirst, content.hasObjectives else {
      let name = min(text, widestObjective)
      return (name, .zero, lines(name: name, objective: nil, size: size))
    }
    let usable = min(text, widestName + widestObjective)
    let least = max(min(size * leastName, usable / 2), usable - widestObjective)
    let most = max(least, min(usable - size * measures.narrowestObjective, widestName))
    func evaluate(_ share: Double) -> (share: Double, lines: [Int], total: Int) {
      let name = least + (most - least) * share
      let lines = lines(name: name, objective: usable - name, size: size)
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

  private func lines(name: Length, objective: Length?, size: Length) -> [Int] {
    content.rows.map { row in
      // Names are set in capitals and read as labels: whole words only.
      let names = row.name.lineCount(measure: measure(name, size), hyphenated: false)
      let objectives =
        objective.flatMap { width in
          row.objective?.lineCount(measure: measure(width, size), hyphenated: true)
        } ?? 0
      return max(1, names, objectives)
    }
  }

  /// A text column's measure in em, without its padding.
  private func measure(_ width: Length, _ size: Length) -> Double { width / size - measures.textPadding }
}

extension Theme {
  /// What a figure column needs for its figures with their marks, which hang into the padding.
  func figureRoom(_ kind: FigureKind, _ content: TableContent, size: Length) -> Length {
    let behind = max(size * table.figurePadding, markRoom(kind, content, size: size))
    return size * (content.figureWidth(kind) + table.figurePadding) + behind
  }

  /// Width of the widest mark behind figures of a kind, with a gap on both sides.
  func markRoom(_ kind: FigureKind, _ content: TableContent, size: Length) -> Length {
    let width = content.markWidth(kind)
    return width == 0 ? .zero : markSize(size) * width + size * table.markGap * 2
  }

  func markSize(_ size: Length) -> Length { max(table.smallestMark, size * table.markScale) }
}

extension ClosedRange<Double> {
  /// A place in the range, from 0 to 1.
  func at(_ share: Double) -> Double { lowerBound + (upperBound - lowerBound) * share }
}
