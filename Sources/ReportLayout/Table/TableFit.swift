import Pages
import ReportModel

/// Finds type size and column widths.
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

  /// The parts and, for each, its geometry; `pages` counts the pages a geometry takes.
  func best(pages: (TableGeometry, TablePart) -> Int) -> [(part: TablePart, geometry: TableGeometry)] {
    let parts = fewestParts()
    let steps = Int(((measures.ceiling - measures.floor) / measures.step).rounded())
    func geometries(_ step: Int) -> [TableGeometry] {
      parts.map { geometry($0, size: measures.floor + measures.step * Double(step)) }
    }
    func count(_ geometries: [TableGeometry]) -> Int {
      zip(geometries, parts).reduce(0) { $0 + pages($1.0, $1.1) }
    }
    var best = geometries(0)
    let fewest = count(best)
    var (low, high) = (0, steps)
    while low < high {
      let middle = (low + high + 1) / 2
      let candidate = geometries(middle)
      if parts.allSatisfy({ fits($0, size: candidate[0].size) }), count(candidate) <= fewest {
        (low, best) = (middle, candidate)
      } else {
        high = middle - 1
      }
    }
    return Array(zip(parts, best))
  }

  private func fewestParts() -> [TablePart] {
    let periods = context.report.periods.count
    let count = (1...max(1, periods)).first { count in
      TablePart.parts(count, periods: periods).allSatisfy { fits($0, size: measures.floor) }
    }
    return TablePart.parts(count ?? max(1, periods), periods: periods)
  }

  /// Whether the text columns keep their least widths.
  private func fits(_ part: TablePart, size: Length) -> Bool {
    textWidth(part, size: size, initials: usesInitials(part)) >= leastTextWidth(part) * size
  }

  private func leastTextWidth(_ part: TablePart) -> Double {
    measures.narrowestName + (part.isFirst && content.hasObjectives ? measures.narrowestObjective : 0)
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
    switch column {
    case .name, .objective: return .zero
    case .number:
      let label = head.labelWidth(column, size: size, initials: initials)
      let widest = min(content.numberWidth, 6)
      return max(size * widest, label) + size * measures.textPadding * 1.6
    default:
      let marks = content.hasMarks(column) ? measures.markRoom : 0
      let figures = size * (content.figureWidth(column) + marks + measures.figurePadding * 2)
      return max(figures, head.labelWidth(column, size: size, initials: initials) + size * measures.labelPadding * 2)
    }
  }
}

extension TableFit {
  private func geometry(_ part: TablePart, size: Length) -> TableGeometry {
    let initials = usesInitials(part)
    let text = textWidth(part, size: size, initials: initials)
    let (name, objective, heights) = lowest(part, size: size, text: text)
    let kinds = part.columns(content)
    let spare = (text - name - objective) / Double(max(1, kinds.count { !$0.isText }))
    var columns: [TableGeometry.Column] = []
    var left = context.body.minX
    for kind in kinds {
      let width =
        switch kind {
        case .name: name
        case .objective: objective
        case .number: fixedWidth(kind, size: size, initials: initials)
        default: fixedWidth(kind, size: size, initials: initials) + spare
        }
      columns.append(TableGeometry.Column(kind: kind, left: left, width: width))
      left = left + width
    }
    return TableGeometry(size: size, columns: columns, usesInitials: initials, rowHeights: heights)
  }

  /// The shares of activity and objective that make the table lowest, and the rows' heights with them. Neither gets
  /// wider than a line that reads well; figure columns take what is left.
  private func lowest(_ part: TablePart, size: Length, text: Length) -> (Length, Length, [Length]) {
    let (widestName, widestObjective) = (size * measures.widestName, size * measures.widestObjective)
    guard part.isFirst, content.hasObjectives else {
      let name = min(text, widestObjective)
      return (name, .zero, heights(name: name, objective: nil, size: size))
    }
    let usable = min(text, widestName + widestObjective)
    let least = max(min(size * measures.narrowestName, usable / 2), usable - widestObjective)
    let most = max(least, min(usable - size * measures.narrowestObjective, widestName))
    func evaluate(_ share: Double) -> (share: Double, heights: [Length], total: Length) {
      let name = least + (most - least) * share
      let heights = heights(name: name, objective: usable - name, size: size)
      return (share, heights, heights.reduce(.zero, +))
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
    return (name, usable - name, best.heights)
  }

  private func heights(name: Length, objective: Length?, size: Length) -> [Length] {
    content.rows.map { row in
      // Names are set in capitals and read as labels: whole words only.
      let names = row.name.lineCount(measure: measure(name, size), hyphenated: false)
      let objectives =
        objective.flatMap { width in
          row.objective?.lineCount(measure: measure(width, size), hyphenated: true)
        } ?? 0
      return rowHeight(lines: max(1, names, objectives), size: size)
    }
  }

  func rowHeight(lines: Int, size: Length) -> Length {
    size * (measures.leading * Double(lines) + measures.cellPadding * 2)
  }

  /// A text column's measure in em, without its padding.
  func measure(_ width: Length, _ size: Length) -> Double { width / size - measures.textPadding }
}
