/// Some of the table's columns, page-wide: all of them wherever they fit, else the periods divided evenly, with number
/// and name repeated in each part, the objective in the first and the annual figures in the last.
struct TablePart: Hashable, Sendable {
  let index: Int
  let count: Int
  let periods: Range<Int>

  var isFirst: Bool { index == 0 }
  var isLast: Bool { index == count - 1 }

  static func parts(_ count: Int, periods: Int) -> [TablePart] {
    (0..<count).map { TablePart(index: $0, count: count, periods: periods * $0 / count..<periods * ($0 + 1) / count) }
  }

  func columns(_ content: TableContent) -> [TableColumn] {
    var columns: [TableColumn] = content.hasNumbers ? [.number, .name] : [.name]
    if isFirst, content.hasObjectives { columns.append(.objective) }
    for period in periods {
      columns += [.programmed(period: period), .real(period: period), .variance(period: period)]
    }
    return isLast ? columns + [.goal, .annualReal, .variation] : columns
  }
}
