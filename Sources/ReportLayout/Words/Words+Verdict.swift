import ReportModel

/// What a `Verdict` is called and how it is told. Pages, summary and alternative texts take their words from here only.
extension Words {
  private func pick(_ es: String, _ en: String) -> String { language == .es ? es : en }

  /// The state in words, as it stands beside its symbol.
  func verdict(_ state: Verdict.State) -> String {
    switch state {
    case .above: pick("Por encima del rango", "Above range")
    case .within: pick("En rango", "In range")
    case .below: pick("Por debajo del rango", "Below range")
    case .nothingProgrammed: pick("Sin programación", "Nothing programmed")
    case .noData: pick("Sin dato", "No data")
    }
  }

  /// How many activities ended so, as part of a sentence: `19 por encima del rango`.
  func tally(_ count: Int, _ state: Verdict.State) -> String {
    let word = verdict(state)
    return "\(count) " + word.prefix(1).lowercased() + word.dropFirst()
  }

  /// What each symbol means, in the order of the states.
  func legend(_ bands: Verdict.Bands) -> [(state: Verdict.State, text: String)] {
    let (low, high) = (percent(Quantity(bands.lower)), percent(Quantity(bands.upper)))
    let range = bands.lower == bands.upper ? high : pick("\(bands.lower)–\(high)", "\(bands.lower)–\(high)")
    let meaning: [Verdict.State: String] = [
      .above: pick(": más de \(high)", ": over \(high)"),
      .within: pick(": \(range) de la meta", ": \(range) of the goal"),
      .below: pick(": menos de \(low)", ": under \(low)"),
      .nothingProgrammed: " (\(notProgrammed))", .noData: " (\(noData))",
    ]
    return Verdict.State.allCases.map { ($0, verdict($0) + (meaning[$0] ?? "")) }
  }

  /// A ratio as it is printed; where there is none, the short word for why.
  func percent(_ verdict: Verdict) -> String {
    switch verdict.state {
    case .nothingProgrammed: notProgrammed
    case .noData: noData
    case .above, .within, .below: verdict.percent.map { percent($0.quantity) } ?? "…"
    }
  }

  /// `93.5 %` in Spanish (a no-break space), `93.5%` in English.
  func percent(_ quantity: Quantity, decimals: Int = 0) -> String {
    Numerals.text(quantity, decimals: decimals) + percentSign
  }

  var percentSign: String { pick(Numerals.noBreakSpace + "%", "%") }

  /// One sentence: the state, the figures, and whether the goal itself was reached.
  func sentence(_ activity: Activity, _ bands: Verdict.Bands) -> String {
    let verdict = Verdict(of: activity, bands: bands)
    let lead = self.verdict(verdict.state)
    let measured = MeasuredWords(activity, self)
    switch verdict.state {
    case .above, .within, .below:
      return "\(lead): \(measured.comparison(percent(verdict))); \(goalReached(verdict, measured))."
    case .nothingProgrammed: return lead + nothingProgrammed(verdict, measured) + "."
    case .noData: return "\(lead): \(missing(verdict, measured))."
    }
  }

  private func goalReached(_ verdict: Verdict, _ measured: MeasuredWords) -> String {
    guard let gap = verdict.goalGap, let difference = gap.isNegative ? gap.negated : gap else {
      return verdict.state == .above
        ? pick("la meta se superó", "the goal was exceeded") : pick("la meta no se alcanzó", "the goal was not reached")
    }
    if gap.isZero { return pick("la meta se alcanzó", "the goal was reached") }
    let amount = measured.difference(difference)
    guard gap.isNegative else {
      return pick("la meta se superó por \(amount)", "the goal was exceeded by \(amount)")
    }
    let verb = difference == Quantity(1) ? "faltó" : "faltaron"
    return pick("\(verb) \(amount) para la meta", "\(amount) short of the goal")
  }

  private func nothingProgrammed(_ verdict: Verdict, _ measured: MeasuredWords) -> String {
    guard let real = verdict.real else { return pick(" en el año", " in the year") }
    if real.isZero {
      return pick(
        ": no se programó ni se realizó nada en el año", ": nothing was programmed or carried out in the year")
    }
    return pick("; realizado: \(measured.real)", "; carried out: \(measured.real)")
  }

  private func missing(_ verdict: Verdict, _ measured: MeasuredWords) -> String {
    let real = verdict.real.map { _ in pick("; realizado: \(measured.real)", "; carried out: \(measured.real)") } ?? ""
    return switch verdict.gap {
    case .goal: pick("la fuente no da la meta", "the source does not give the goal") + real
    case .real:
      pick(
        "la fuente no da el total realizado; meta: \(measured.goal)",
        "the source does not give the real total; goal: \(measured.goal)")
    case .negativeGoal:
      pick(
        "la meta de la fuente es negativa (\(measured.goal)) y no admite porcentaje",
        "the source's goal is negative (\(measured.goal)) and allows no percentage") + real
    case .everything, nil:
      pick("la fuente no da la meta ni el total realizado", "the source gives neither goal nor real total")
    }
  }
}
