import ReportModel

/// Running totals of an activity over its periods.
struct CumulativeTotals {
  let programmed: [Quantity?]
  let real: [Quantity?]

  init(_ activity: Activity) {
    programmed = CumulativeTotals.totals(activity.periods.map(\.programmed))
    real = CumulativeTotals.totals(activity.periods.map(\.real))
  }

  /// A figure without a number adds nothing; behind the last number nothing is known. nil too from where a total
  /// would not fit.
  private static func totals(_ figures: [Figure]) -> [Quantity?] {
    let known = figures.lastIndex { $0.quantity != nil } ?? -1
    var total: Quantity? = .zero
    return figures.enumerated().map { index, figure in
      guard index <= known else { return nil }
      if let quantity = figure.quantity { total = total?.adding(quantity) }
      return total
    }
  }
}
