import ReportModel

/// The kinds of figures a row holds: three a period, three for the year.
enum FigureKind: Int, Hashable, CaseIterable, Sendable {
  case programmed
  case real
  case variance
  case goal
  case annualReal
  case variation

  /// Of the year, not of a period.
  var isAnnual: Bool { rawValue >= FigureKind.goal.rawValue }
}

extension TableColumn {
  /// nil for text columns.
  var figureKind: FigureKind? {
    switch self {
    case .number, .name, .objective: nil
    case .programmed: .programmed
    case .real: .real
    case .variance: .variance
    case .goal: .goal
    case .annualReal: .annualReal
    case .variation: .variation
    }
  }
}

extension Activity {
  /// The figure of a kind; `period` matters for the periods' kinds only.
  func figure(_ kind: FigureKind, period: Int) -> Figure {
    switch kind {
    case .programmed: periods[period].programmed
    case .real: periods[period].real
    case .variance: periods[period].variance
    case .goal: annual.goal
    case .annualReal: annual.real
    case .variation: annual.variation
    }
  }

  /// The same as pages show it.
  func figureText(_ kind: FigureKind, period: Int) -> FigureText {
    let figure = figure(kind, period: period)
    let isVariation = kind == .variance || kind == .variation
    // The annual variation carries its sign, as the source's `40+` does.
    return FigureText(
      figure, isVariation: isVariation, plus: kind == .variation,
      computedDecimals: figure.origin == .computed ? mostDecimals : 0)
  }

  /// Every figure of the row, with its kind and period.
  var figures: [(kind: FigureKind, period: Int)] {
    periods.indices.flatMap { [(.programmed, $0), (.real, $0), (.variance, $0)] }
      + [(.goal, 0), (.annualReal, 0), (.variation, 0)]
  }
}
