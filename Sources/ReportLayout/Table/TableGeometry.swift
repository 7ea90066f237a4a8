import Pages

/// Columns with their places for one type size, and how high rows are: what the fit arrives at.
struct TableGeometry {
  struct Column {
    let kind: TableColumn
    let left: Length
    let width: Length
    /// What figures and label are centred on: not the middle where there is more room on the side of a rule.
    let axis: Length
    var right: Length { left + width }
    /// As wide as a text around the axis may be.
    var roomAroundAxis: Length { min(axis - left, right - axis) * 2 }
  }

  let size: Length
  let columns: [Column]
  /// Whether the third header level says P, R, V instead of Prog., Real, Var.
  let usesInitials: Bool
  /// Whether objectives may be hyphenated.
  let hyphenates: Bool
  /// Lines of each row's highest text.
  let rowLines: [Int]
  /// Distance of baselines, and space over and under a row's lines.
  var leading: Length
  var padding: Length

  subscript(_ kind: TableColumn) -> Column? { columns.first { $0.kind == kind } }

  var left: Length { columns[0].left }
  var right: Length { columns[columns.count - 1].right }
  var width: Length { right - left }

  /// Columns of one period, in order; empty when the part does not show it.
  func columns(of period: Int) -> [Column] { columns.filter { $0.kind.period == period } }
  var periods: [Int] {
    var seen: [Int] = []
    for case let period? in columns.map(\.kind.period) where seen.last != period { seen.append(period) }
    return seen
  }
  var annual: [Column] { columns.filter(\.kind.isAnnual) }

  /// Height of a row, or a slice of one, with so many lines.
  func height(lines: Int) -> Length { leading * Double(lines) + padding * 2 }
}
