import Pages
import ReportModel

/// The words the program puts on pages, in both languages; the source's own words are never translated.
struct Words: Sendable {
  let language: Language

  private func pick(_ es: String, _ en: String) -> String { language == .es ? es : en }

  /// BCP 47.
  var tag: String { pick("es-MX", "en") }

  // Furniture
  func documentTitle(year: Int?) -> String {
    let suffix = year.map { " \($0)" } ?? ""
    return pick("Informe anual de actividades", "Annual activity report") + suffix
  }
  func progress(_ scheme: PeriodScheme) -> String {
    pick("Avance por \(periodName(scheme))", englishProgress(scheme))
  }
  private func englishProgress(_ scheme: PeriodScheme) -> String {
    switch scheme {
    case .monthly: "Monthly progress"
    case .bimonthly: "Bimonthly progress"
    case .quarterly: "Quarterly progress"
    case .fourMonthly: "Four-monthly progress"
    case .halfYearly: "Half-yearly progress"
    case .annual: "Annual progress"
    case .irregular: "Progress by period"
    }
  }
  /// Under a row's number, for those who read the table on paper.
  func pageShort(_ number: String) -> String { "p." + Numerals.noBreakSpace + number }
  func page(_ number: Int, of count: Int) -> String {
    pick("Página \(number) de \(count)", "Page \(number) of \(count)")
  }
  /// Place and date as letters say them, either alone, or nil where there is neither.
  func issued(at place: String?, on date: CalendarDate?) -> String? {
    guard let date else { return place }
    guard let place else { return pick("Emitido el ", "Issued on ") + day(date) }
    return place + pick(", a ", ", ") + day(date)
  }
  func data(_ hash: String) -> String { pick("Datos: ", "Data: ") + hash }
  func logo(of municipality: String?) -> String {
    municipality.map { pick("Escudo: ", "Coat of arms: ") + $0 } ?? pick("Escudo", "Coat of arms")
  }
  var secondLogo: String { pick("Logotipo", "Logo") }
  var signatures: String { pick("Firmas", "Signatures") }
  /// Said of the field where a signer's digital signature goes.
  func signatureField(_ signer: Signer) -> String {
    let post = signer.post.map { ", " + $0 } ?? ""
    return pick("Firma electrónica. ", "Digital signature. ") + role(signer.role) + ": " + signer.name + post
  }
  func role(_ role: Signer.Role) -> String {
    switch role {
    case .prepared: pick("Elaboró", "Prepared by")
    case .reviewed: pick("Revisó", "Reviewed by")
    case .authorised: pick("Autorizó", "Authorised by")
    case .approved: pick("Vo. Bo.", "Approved by")
    case .other(let words): words
    }
  }

  // Table
  var tableTitle: String { pick("Actividades programadas y realizadas", "Activities programmed and carried out") }
  var continued: String { pick("continúa", "continued") }
  /// The title of a text that goes on from the page before.
  func continued(_ title: String) -> String { title + " (" + continued + ")" }
  func continuesOn(page: Int) -> String { pick("sigue en la página \(page)", "continues on page \(page)") }
  var continuedShort: String { pick("(cont.)", "(cont.)") }
  var number: String { pick("Núm.", "No.") }
  var activities: String { pick("Actividades", "Activities") }
  var objectives: String { pick("Objetivos", "Objectives") }
  func yearIn(_ scheme: PeriodScheme, year: Int?) -> String {
    let name = year.map { pick("Año \($0)", "Year \($0)") } ?? pick("Año", "Year")
    return scheme == .irregular || scheme == .annual ? name : pick("\(name) en ", "\(name) by ") + periodNames(scheme)
  }
  var programmedShort: String { pick("Prog.", "Prog.") }
  var realShort: String { pick("Real", "Actual") }
  var varianceShort: String { "Var." }
  var programmedInitial: String { "P" }
  var realInitial: String { pick("R", "A") }
  var varianceInitial: String { "V" }
  var initials: String {
    pick("P: programado; R: real; V: variación.", "P: programmed; A: actual; V: variance.")
  }
  var goalHeader: String { pick("Meta programada", "Programmed goal") }
  var goalHeaderShort: String { pick("Meta prog.", "Goal") }
  func realHeader(year: Int?) -> String { pick("Meta real", "Actual total") + (year.map { " \($0)" } ?? "") }
  var variationHeader: String { pick("Variación", "Variance") }
  func part(_ number: Int, of count: Int) -> String {
    pick("parte \(number) de \(count)", "part \(number) of \(count)")
  }
  func activityLink(_ name: String, page: Int) -> String {
    pick("Ir a la página \(page): \(name)", "Go to page \(page): \(name)")
  }

  /// What an abbreviation of ours stands for; nil for a text that is none.
  func expansion(of text: String) -> String? {
    switch text {
    case number: pick("Número", "Number")
    case programmedShort, programmedInitial: pick("Programado", "Programmed")
    case varianceShort, varianceInitial: pick("Variación", "Variance")
    case realInitial: "Real"
    case notProgrammed: pick("sin programación", "nothing programmed")
    case noData: pick("sin dato", "no data")
    default: nil
    }
  }

  // Notes
  func noteLink(_ letter: String) -> String { pick("Ir a la nota \(letter)", "Go to note \(letter)") }
  func markLink(_ letter: String) -> String {
    pick("Volver a la cifra con la marca \(letter)", "Back to the figure marked \(letter)")
  }
  func varianceFormula(_ convention: SignConvention, _ scheme: PeriodScheme) -> String {
    let each = pick(" en cada \(periodName(scheme)).", " in each \(periodName(scheme)).")
    return convention == .programmedMinusReal
      ? pick("Var. = programado \(Numerals.minus) real", "Var. = programmed \(Numerals.minus) actual") + each
      : pick("Var. = real \(Numerals.minus) programado", "Var. = actual \(Numerals.minus) programmed") + each
  }
  func variationFormula(_ convention: SignConvention) -> String {
    convention == .realMinusProgrammed
      ? pick("Variación = real \(Numerals.minus) meta.", "Variance = actual \(Numerals.minus) goal.")
      : pick("Variación = meta \(Numerals.minus) real.", "Variance = goal \(Numerals.minus) actual.")
  }
  /// - Parameter flipped: the columns whose signs are not the source's.
  func normalisedSigns(_ flipped: (period: Bool, annual: Bool)) -> String {
    switch flipped {
    case (true, true): pick("La fuente usa los signos contrarios.", "The source uses the opposite signs.")
    case (true, false): pick("En Var. la fuente usa el signo contrario.", "In Var. the source uses the opposite sign.")
    default: pick("En Variación la fuente usa el signo contrario.", "In Variance the source uses the opposite sign.")
    }
  }
  /// - Parameter isFlipped: whether the figure stands on the page with another sign than in the source.
  func discrepancy(_ discrepancy: Diagnostic.Discrepancy, isFlipped: Bool) -> String {
    let sign = isFlipped ? pick("con su signo, ", "with its sign, ") : ""
    let computed = Numerals.text(discrepancy.computed)
    guard let stated = discrepancy.stated.map({ Numerals.text($0) }) else {
      return pick(
        "la fuente no lo registra; \(sign)el cálculo da \(computed).",
        "the source states none; \(sign)the sum gives \(computed).")
    }
    return pick(
      "la fuente registra \(stated); \(sign)el cálculo da \(computed).",
      "the source states \(stated); \(sign)the sum gives \(computed).")
  }
  /// The same in one short line, behind the figure's place.
  func briefDiscrepancy(_ discrepancy: Diagnostic.Discrepancy, isFlipped: Bool) -> String {
    let computed = Numerals.text(discrepancy.computed)
    let sign = isFlipped ? pick("con su signo ", "with its sign ") : ""
    guard let stated = discrepancy.stated.map({ Numerals.text($0) }) else {
      return pick("no dice, \(sign)da \(computed)", "says nothing, \(sign)comes to \(computed)")
    }
    return pick("dice \(stated), \(sign)da \(computed)", "says \(stated), \(sign)comes to \(computed)")
  }
  func moreNotes(_ count: Int, page: Int) -> String {
    pick("y \(count) más: página \(page)", "and \(count) more: page \(page)")
  }
  /// How the variations of periods and year are formed, as the data table has both in one row.
  func formulas(_ signs: SignConventions, _ scheme: PeriodScheme) -> String? {
    let minus = Numerals.minus
    let period = signs.period.map { convention in
      pick("en cada \(periodName(scheme)), ", "each \(periodName(scheme)), ")
        + (convention == .programmedMinusReal
          ? pick("programado \(minus) real", "programmed \(minus) actual")
          : pick("real \(minus) programado", "actual \(minus) programmed"))
    }
    let annual = signs.annual.map { convention in
      pick("en el año, ", "the year, ")
        + (convention == .realMinusProgrammed
          ? pick("real \(minus) meta", "actual \(minus) goal") : pick("meta \(minus) real", "goal \(minus) actual"))
    }
    let parts = [period, annual].compactMap { $0 }
    return parts.isEmpty ? nil : variance + ": " + parts.joined(separator: "; ") + "."
  }
  /// Figures of a period, or of the year, in running text; a blank one is said to be that.
  func figures(_ figures: PeriodFigures) -> String {
    let names = [pick("prog.", "prog."), pick("real", "actual"), pick("var.", "var.")]
    return list(names, [FigureText(figures.programmed), FigureText(figures.real), FigureText(figures.variance)])
  }
  func figures(_ figures: AnnualFigures) -> String {
    let names = [goalMark, pick("real", "actual"), pick("variación", "variance")]
    let variation = FigureText(figures.variation, isVariation: true, plus: true)
    return list(names, [FigureText(figures.goal), FigureText(figures.real), variation])
  }
  private func list(_ names: [String], _ figures: [FigureText]) -> String {
    zip(names, figures).map { $0 + " " + ($1.text.isEmpty ? noData : $1.text) }.joined(separator: ", ")
  }
  /// Columns of the source that sum up others.
  var sourceSubtotals: String { pick("Sumas de la fuente", "Sums in the source") }
  func totalRow(_ label: String) -> String { pick("Suma de la fuente, ", "Sum in the source, ") + label + ": " }
  /// Who signs the source, where others sign the report.
  func signsSource(_ role: String?, _ name: String, _ post: String?) -> String {
    let head = pick("Firma en la fuente", "Signs the source") + (role.map { " (\($0))" } ?? "")
    return head + ": " + name + (post.map { ", \($0)" } ?? "") + "."
  }
  /// Per cents the source states itself.
  var statedPercent: String { pick("% de la fuente", "% in the source") }
  /// In place of charts of which nothing could be seen.
  func nothingToDraw(isKnown: Bool, _ scheme: PeriodScheme) -> String {
    isKnown
      ? pick(
        "Sin gráfica: nada programado ni realizado en ningún \(periodName(scheme)).",
        "No chart: nothing programmed or carried out in any \(periodName(scheme)).")
      : pick(
        "Sin gráfica: la fuente no da cifras por \(periodName(scheme)).",
        "No chart: the source gives no figures by \(periodName(scheme)).")
  }
  /// Lines of what was programmed and carried out that run as one.
  var both: String { pick("Ambos iguales", "Both the same") }
  var overviewTitle: String { pick("Cumplimiento de la meta anual por actividad", "Annual goals by activity") }
  /// `37 de 15`.
  func amount(_ real: String, of goal: String) -> String { pick("\(real) de \(goal)", "\(real) of \(goal)") }
  /// `37 realizadas de 15 programadas`.
  func carriedOut(_ real: String, of goal: String, isOne: Bool, goalIsOne: Bool) -> String {
    pick(
      "\(real) \(isOne ? "realizada" : "realizadas") de \(goal) \(goalIsOne ? "programada" : "programadas")",
      "\(real) carried out of \(goal) programmed")
  }
  /// What lies between two percentages.
  func points(_ number: String, isOne: Bool) -> String {
    isOne ? pick("\(number) punto", "\(number) point") : pick("\(number) puntos", "\(number) points")
  }
  var sourceNotes: String { pick("Notas de la fuente:", "Notes in the source:") }
  func activity(_ number: String) -> String { pick("actividad \(number)", "activity \(number)") }
  func computedNote(_ columns: [String]) -> String {
    let list = columns.joined(separator: ", ")
    return pick("Calculado, no está en la fuente: \(list).", "Computed, not in the source: \(list).")
  }

  // Activity page
  func activityOf(_ index: Int, _ count: Int) -> String {
    pick("Actividad \(index) de \(count)", "Activity \(index) of \(count)")
  }
  func backToTable(page: Int) -> String { pick("Ver en la tabla, página \(page)", "See in the table, page \(page)") }
  func backLink(page: Int) -> String {
    pick("Volver a la tabla, página \(page)", "Back to the table, page \(page)")
  }
  var objective: String { pick("Objetivo", "Objective") }
  var unit: String { pick("Unidad de medida", "Unit of measure") }
  var responsible: String { pick("Responsable", "Responsible") }
  var remarks: String { pick("Observaciones", "Remarks") }
  var variation: String { pick("Variación", "Variance") }
  var variance: String { pick("Variación", "Variance") }
  var goal: String { pick("Meta programada", "Programmed goal") }
  func real(year: Int?) -> String { pick("Meta real", "Actual total") + (year.map { " \($0)" } ?? "") }
  var programmed: String { pick("Programado", "Programmed") }
  var realised: String { pick("Realizado", "Actual") }
  /// One label for two lines that end together.
  var programmedAndGoal: String { pick("Programado y meta", "Programmed and goal") }
  var annualGoal: String { pick("Meta", "Goal") }
  var goalMark: String { pick("meta", "goal") }
  var year: String { pick("Año", "Year") }
  func barsTitle(_ scheme: PeriodScheme) -> String {
    pick("Programado y realizado por ", "Programmed and actual by ") + periodName(scheme)
  }
  var stepsTitle: String {
    pick("Avance acumulado contra la meta anual", "Cumulative progress against the annual goal")
  }
  /// Nothing programmed and nothing done.
  var notProgrammed: String { pick("s/p", "n/p") }
  /// The source leaves the cell blank.
  var noData: String { pick("s/d", "n/d") }
}

extension Words {
  /// `bimestre`; `periodo` where lengths differ.
  func periodName(_ scheme: PeriodScheme) -> String {
    switch scheme {
    case .monthly: pick("mes", "month")
    case .bimonthly: pick("bimestre", "two-month period")
    case .quarterly: pick("trimestre", "quarter")
    case .fourMonthly: pick("cuatrimestre", "four-month period")
    case .halfYearly: pick("semestre", "half-year")
    case .annual: pick("año", "year")
    case .irregular: pick("periodo", "period")
    }
  }

  private func periodNames(_ scheme: PeriodScheme) -> String {
    switch scheme {
    case .monthly: pick("meses", "month")
    case .bimonthly: pick("bimestres", "two-month period")
    case .quarterly: pick("trimestres", "quarter")
    case .fourMonthly: pick("cuatrimestres", "four-month period")
    case .halfYearly: pick("semestres", "half-year")
    case .annual: pick("año", "year")
    case .irregular: pick("periodos", "period")
    }
  }

  /// As the source heads the period; in English by its months, where the source tells them.
  func periodLabel(_ period: Period) -> String {
    guard language == .en, let months = period.months else { return DisplayCase.words(period.label) }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let (first, last) = (names[months.lowerBound - 1], names[months.upperBound - 1])
    if months.count == 1 { return first }
    return months.count == 2 ? first.prefix(3) + "/" + last.prefix(3) : first.prefix(3) + "–" + last.prefix(3)
  }

  /// `15 de enero de 2024`, `January 15, 2024`.
  func day(_ date: CalendarDate) -> String {
    let es = [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre",
    ]
    let en = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return language == .es
      ? "\(date.day) de \(es[date.month - 1]) de \(date.year)" : "\(en[date.month - 1]) \(date.day), \(date.year)"
  }
}
