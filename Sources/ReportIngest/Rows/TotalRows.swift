import ReportModel

/// Rows of sums, by their words or by what they add up to.
extension RowReader {
  func isTotal(_ index: Int) -> Bool {
    let row = grid.rows[index]
    guard row.firstFilled != nil else { return false }
    if RowWords.isTotal(row.firstText) { return true }
    let texts = [TableHeader.Role.number, .name, .objective].map { text(index, $0) }
    // `TOTAL DE APOYOS` with a number of its own is an activity.
    if RowWords.startsTotal(texts[0])
      || texts[0].isBlank && header.column(.number) != nil
        && (texts.contains(where: RowWords.startsTotal) || RowWords.isSumOfAll(texts[1]))
    {
      return true
    }
    // `AVANCE GLOBAL … 75 %`: of nothing programmed or done.
    let hasNone = sumColumns.allSatisfy { row.isBlank($0.column) }
    if texts[0].isBlank, header.column(.number) != nil, !activities.isEmpty, hasNone, RowWords.mayBeTotal(texts[1]) {
      return true
    }
    let isNameless = texts.allSatisfy(\.isBlank)
    let mayBeTotal = RowWords.startsTotal(texts[1]) || RowWords.mayBeTotal(texts[1])
    return (isNameless || texts[0].isBlank && mayBeTotal) && isSum(row)
  }

  /// Whether every figure of the row is the sum of those above it, of all or of those below the last subtotal.
  private func isSum(_ row: Grid.Row) -> Bool {
    let stated = figures(row)
    let columns = sumColumns.filter { $0.column < stated.count && stated[$0.column] != nil }
    guard columns.contains(where: { stated[$0.column]?.isZero == false }) else { return false }
    return [0, summed].contains { start in
      let above = activities[start...]
      // Beyond some thousands nobody adds up, and many such rows would be added up without end.
      return (2...2000).contains(above.count)
        && columns.allSatisfy { column, figure in
          Quantity.sum(above.compactMap { figure($0).quantity }) == stated[column]
        }
    }
  }

  private var sumColumns: [(column: Int, figure: (Activity) -> Figure)] {
    var columns: [(column: Int, figure: (Activity) -> Figure)] = []
    func add(_ role: TableHeader.Role, _ figure: @escaping (Activity) -> Figure) {
      if let column = header.column(role) { columns.append((column, figure)) }
    }
    for period in header.periods.indices {
      add(.figure(period: period, .programmed)) { $0.periods[period].programmed }
      add(.figure(period: period, .real)) { $0.periods[period].real }
    }
    add(.goal) { $0.annual.goal }
    add(.annualReal) { $0.annual.real }
    return columns
  }
}
