import ReportLayout
import ReportModel

/// How one report of the gallery is made.
struct GalleryPiece {
  enum Trait {
    case negative
    /// Figures with a percent sign.
    case percent
    /// Cells that are blank or say N/A.
    case gaps
    /// Variations that do not agree.
    case wrong
    /// Marks behind figures, and notes below the table.
    case marks
    /// Unit, responsible and remarks.
    case moreColumns
    case unnumbered
    /// Every variation of the first activity is wrong.
    case allWrong
    /// An activity without any figure, one without a goal, one with a goal below zero.
    case noData
    /// Written with two decimals, whatever they are.
    case money
    /// The first activity is far above its goal.
    case outlier
    /// A column of the source that states per cents.
    case statedPercents
    /// Sums of periods and of activities, a column of the source's own, and who signs it.
    case sums
    /// One period with figures of seven digits.
    case oneWidePeriod
    /// Check marks, arrows, numbers in circles, and letters of the languages of Mexico and others.
    case signs
  }

  let name: String
  let periods: Int
  let activities: Int
  var most: Int
  let decimals: UInt8
  /// Lengths in characters; an objective of 0 is none.
  let nameLength: Int
  let objectiveLength: Int
  let paper: Paper
  let language: Language
  let traits: Set<Trait>
  /// What else the report is set with.
  let adjust: @Sendable (inout LayoutOptions) -> Void

  init(
    _ name: String, periods: Int, activities: Int, most: Int = 40, decimals: UInt8 = 0, name nameLength: Int = 60,
    objective objectiveLength: Int = 200, paper: Paper = .carta, language: Language = .es, traits: Set<Trait> = [],
    adjust: @escaping @Sendable (inout LayoutOptions) -> Void = { _ in }
  ) {
    self.name = name
    self.periods = periods
    self.activities = activities
    self.most = most
    self.decimals = decimals
    self.nameLength = nameLength
    self.objectiveLength = objectiveLength
    self.paper = paper
    self.language = language
    self.traits = traits
    self.adjust = adjust
  }

  var options: LayoutOptions {
    var options = LayoutOptions(paper: paper, language: language)
    adjust(&options)
    return options
  }

  func report(seed: UInt64) -> Report {
    var random = GalleryRandom(seed: seed)
    var rows = (0..<activities).map { activity($0, &random) }
    if traits.contains(.noData) { takeData(from: &rows) }
    let notes =
      traits.contains(.marks) ? ["* Incluye reuniones aplazadas del año anterior.", "Cifras preliminares."] : []
    return Report(
      department: Sourced(language == .es ? "DIRECCIÓN DE OBRAS PÚBLICAS" : "PUBLIC WORKS", at: place(1, 1)),
      year: Sourced(2023, at: place(2, 2)),
      scheme: PeriodScheme.allCases.first { $0.months == 12 / periods } ?? .irregular,
      periods: (0..<periods).map { Period(label: label($0), months: nil, at: place(3, $0 + 4)) },
      activities: rows, signs: SignConventions(period: .programmedMinusReal, annual: .realMinusProgrammed),
      notes: notes.enumerated().map { Sourced($1, at: place(activities + 20 + $0, 1)) },
      extraColumns: sums([ExtraColumn(header: Sourced("BENEFICIARIOS", at: place(3, 80)))]),
      subtotals: sums([
        SubtotalColumns(label: "SUBTOTAL", at: place(3, 81), periods: Array(0..<periods / 2), isAccumulated: false)
      ]),
      totals: sums([
        TotalRow(
          label: Sourced("TOTAL", at: place(activities + 10, 2)), periods: rows[0].periods, annual: rows[0].annual,
          activities: rows.indices)
      ]),
      sourceSigners: sums([
        SourceSigner(
          role: Sourced("ELABORÓ", at: place(activities + 12, 2)),
          name: Sourced("Ing. Ana Ruiz Peña", at: place(activities + 13, 2)),
          post: Sourced("Titular", at: place(activities + 14, 2)))
      ]))
  }

  private func sums<Element>(_ elements: [Element]) -> [Element] { traits.contains(.sums) ? elements : [] }

  private func takeData(from rows: inout [Activity]) {
    func blank(_ figure: inout Figure) { (figure.value, figure.text) = (.blank, "") }
    for index in rows[0].periods.indices {
      blank(&rows[0].periods[index].programmed)
      blank(&rows[0].periods[index].real)
      blank(&rows[0].periods[index].variance)
    }
    for index in rows.indices.prefix(2) {
      blank(&rows[index].annual.goal)
      blank(&rows[index].annual.variation)
    }
    blank(&rows[0].annual.real)
    rows[2].annual.goal = figure(-7, 12, 4 + periods * 3)
  }

  private func place(_ row: Int, _ column: Int) -> SourceLocation {
    SourceLocation(file: "galería.tsv", row: row, column: column)
  }

  private func label(_ period: Int) -> String {
    let months = GalleryWords.months(language)
    let length = 12 / periods
    let (first, last) = (months[period * length], months[period * length + length - 1])
    return length == 1 ? first : first + "/" + last
  }
}

// Rows
extension GalleryPiece {
  private func activity(_ index: Int, _ random: inout GalleryRandom) -> Activity {
    let row = index + 10
    let figures = periodFigures(index, row, &random)
    let annual = annual(of: figures, row)
    func text(_ length: Int, _ column: Int, _ random: inout GalleryRandom) -> Sourced<String> {
      Sourced(GalleryWords.text(length, language, &random), at: place(row, column))
    }
    var name = text(nameLength, 2, &random)
    name.value = name.value.uppercased()
    if traits.contains(.signs) { name.value += " ✓ → ■ ① ⚠ A̱ ÑHÄÑHU ꞌ Σ Ж ≥ ½" }
    let hasMore = traits.contains(.moreColumns)
    return Activity(
      number: traits.contains(.unnumbered) ? nil : Sourced(String(index + 1), at: place(row, 1)), name: name,
      objective: objectiveLength == 0 ? nil : text(objectiveLength, 3, &random),
      unit: hasMore ? Sourced("Reuniones", at: place(row, 90)) : nil,
      responsible: hasMore ? Sourced("Coordinación de Enlace", at: place(row, 91)) : nil,
      remarks: hasMore ? text(120, 92, &random) : nil, periods: figures, annual: annual,
      extras: sums([Sourced("Población abierta", at: place(row, 80))]), subtotals: sums([figures[0]]))
  }

  private func periodFigures(_ index: Int, _ row: Int, _ random: inout GalleryRandom) -> [PeriodFigures] {
    (0..<periods).map { period in
      let column = 4 + period * 3
      let programmed = random.below(4) == 0 ? 0 : random.below(most + 1)
      var real = random.below(3) == 0 ? programmed : programmed == 0 ? 0 : random.below(most + 1)
      if traits.contains(.negative), random.below(4) == 0 { real = -real }
      if traits.contains(.outlier), index == 0 { real = programmed * 52 + 520 }
      let isWide = traits.contains(.oneWidePeriod) && period == periods - 1
      let factor = isWide ? 123_456 : 1
      let isWrong = traits.contains(.wrong) && random.below(12) == 0 || traits.contains(.allWrong) && index == 0
      var figures = PeriodFigures(
        programmed: figure(programmed * factor, row, column), real: figure(real * factor, row, column + 1),
        variance: figure((programmed - real) * factor + (isWrong ? 1 : 0), row, column + 2))
      if traits.contains(.statedPercents), programmed > 0 {
        figures.percent = percent(real * 100 / programmed, row, column)
      }
      if traits.contains(.marks), period == index % periods { figures.real.mark = "*" }
      if traits.contains(.gaps), random.below(3) == 0 { leaveGap(&figures, &random) }
      return figures
    }
  }

  private func leaveGap(_ figures: inout PeriodFigures, _ random: inout GalleryRandom) {
    let isBlank = random.below(2) == 0
    figures.real.value = isBlank ? .blank : .absent(.notApplicable)
    figures.real.text = isBlank ? "" : "N/A"
    figures.variance.value = figures.real.value
    figures.variance.text = figures.real.text
  }

  private func annual(of figures: [PeriodFigures], _ row: Int) -> AnnualFigures {
    func total(_ figures: [Figure]) -> Int {
      figures.reduce(0) { $0 + Int($1.quantity?.rounded(to: decimals) ?? 0) }
    }
    let (goal, real) = (total(figures.map(\.programmed)), total(figures.map(\.real)))
    let column = 4 + periods * 3
    return AnnualFigures(
      goal: figure(goal, row, column), real: figure(real, row, column + 1),
      variation: figure(real - goal, row, column + 2))
  }

  private func percent(_ value: Int, _ row: Int, _ column: Int) -> Figure {
    Figure(.number(Quantity(value)), text: "\(value)%", at: place(row, column + 200))
  }

  private func figure(_ value: Int, _ row: Int, _ column: Int) -> Figure {
    let quantity = Quantity(coefficient: Int64(value), scale: decimals)
    let sign = traits.contains(.percent) ? "%" : ""
    var text = quantity.description
    if traits.contains(.money) {
      let zeros = String(repeating: "0", count: Int(decimals - quantity.scale))
      text += (quantity.isWhole ? "." : "") + zeros
    }
    return Figure(.number(quantity), text: text + sign, at: place(row, column))
  }
}

extension Quantity {
  /// The coefficient at a scale no smaller than its own.
  fileprivate func rounded(to scale: UInt8) -> Int64 {
    (self.scale..<scale).reduce(coefficient) { value, _ in value * 10 }
  }
}
