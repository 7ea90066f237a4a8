import ReportModel

/// The figures under a header, looked at before it is settled what they mean: whether a column sums up others is proved by
/// what stands in it.
struct HeaderFigures {
  private let grid: Grid
  /// Rows with figures; rows of totals are none.
  private let rows: [Int]

  /// What some rows say of a claim: how often it holds, zeros aside, and how often not.
  struct Verdict {
    var held = 0
    var failed = 0

    /// At least one row shows it and none is against it.
    var isProof: Bool { held > 0 && failed == 0 }

    static func + (a: Verdict, b: Verdict) -> Verdict { Verdict(held: a.held + b.held, failed: a.failed + b.failed) }
  }

  init(_ grid: Grid, rows: [Int]) {
    self.grid = grid
    self.rows = rows.filter {
      !RowWords.startsTotal(grid.rows[$0].text) && !RowWords.startsNote(grid.rows[$0].firstText)
    }
  }

  func value(_ row: Int, _ column: Int) -> Quantity? {
    guard case .cell(let cell) = FigureGrammar.read(grid.rows[row][column]), case .number(let quantity) = cell.value
    else { return nil }
    return quantity
  }

  /// Whether a column is the sum of others. Per cents have no sum, and say nothing of it.
  func sum(_ total: Int, of parts: [Int]) -> Verdict {
    judge(total) { row in
      guard !grid.rows[row][total].contains("%") else { return nil }
      let values = parts.compactMap { value(row, $0) }
      return values.isEmpty ? nil : Quantity.sum(values)
    }
  }

  /// Whether a column is the difference of two others, whichever its sign.
  func difference(_ column: Int, _ a: Int, _ b: Int) -> Verdict {
    judge(column) { row in
      guard let first = value(row, a), let second = value(row, b), let stated = value(row, column) else { return nil }
      let difference = first.subtracting(second)
      return stated == difference?.negated ? stated : difference
    }
  }

  /// Whether a column is one column less another, sign and all.
  func isDifference(_ column: Int, of minuend: Int, less subtrahend: Int) -> Verdict {
    judge(column) { row in
      guard let a = value(row, minuend), let b = value(row, subtrahend) else { return nil }
      return a.subtracting(b)
    }
  }

  /// Whether a column holds words and no figure.
  func isWords(_ column: Int) -> Bool {
    let cells = rows.filter { !grid.rows[$0].isBlank(column) }
    return !cells.isEmpty
      && cells.allSatisfy { row in
        guard case .unreadable = FigureGrammar.read(grid.rows[row][column]) else { return false }
        return grid.rows[row][column].contains(where: \.isLetter)
      }
  }

  /// Whether a column is the ratio of two others, as per cent or as a share, to a unit of its last decimal.
  func ratio(_ column: Int, _ part: Int, _ whole: Int) -> Verdict {
    judge(column) { row in
      guard let part = value(row, part), let whole = value(row, whole), !whole.isZero, let stated = value(row, column)
      else { return nil }
      let share = part.approximation / whole.approximation
      var unit = 1.0
      for _ in 0..<stated.scale { unit /= 10 }
      let isRight = [share, share * 100].contains { abs(stated.approximation - $0) < unit * 1.000001 }
      return isRight ? stated : .zero
    }
  }

  private func judge(_ column: Int, _ expected: (Int) -> Quantity?) -> Verdict {
    var verdict = Verdict()
    for row in rows {
      guard let stated = value(row, column), let expected = expected(row) else { continue }
      if stated != expected { verdict.failed += 1 } else if !stated.isZero { verdict.held += 1 }
    }
    return verdict
  }

  /// Whether all figures of a column are written as per cent.
  func isPercent(_ column: Int) -> Bool {
    let texts = rows.map { grid.rows[$0][column].trimmed }.filter { $0.contains { $0.isNumber } }
    return !texts.isEmpty && texts.allSatisfy { $0.contains("%") }
  }
}
