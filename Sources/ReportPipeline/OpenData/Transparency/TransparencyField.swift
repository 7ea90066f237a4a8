import ReportModel
import Spreadsheets

/// A column of the transparency platform's formats whose meaning a report proves. All others stay blank, for their
/// office alone knows what belongs there.
enum TransparencyField: CaseIterable {
  case year
  case firstDay
  case lastDay
  case area
  case activity
  case unit
  case frequency
  case goal
  case achieved
  case percent

  /// The headers of each, folded, without what stands in brackets: `Nombre(s) del(os) indicador(es)` is
  /// `nombre del indicador`. The platform words them anew now and then.
  private var headers: [String] {
    switch self {
    case .year: ["ejercicio"]
    case .firstDay: ["fecha de inicio del periodo que se informa"]
    case .lastDay: ["fecha de termino del periodo que se informa"]
    case .area:
      [
        "denominacion del area", "nombre del area", "area responsable",
        "area responsable que genera posee publica y actualizan la informacion",
        "area responsable que genera posee publica y actualiza la informacion",
      ]
    case .activity:
      [
        "nombre del indicador", "nombre de los indicadores", "denominacion del indicador", "nombre de la actividad",
        "denominacion de la actividad", "actividad", "actividades",
      ]
    case .unit: ["unidad de medida"]
    case .frequency: ["frecuencia de medicion"]
    case .goal: ["meta programada", "metas programadas", "meta anual"]
    case .achieved:
      [
        "avance de meta", "avance de metas", "avance de la meta", "avance de las metas",
        "avance de metas al periodo que se informa", "avance de las metas al periodo que se informa", "meta alcanzada",
        "metas alcanzadas",
      ]
    case .percent:
      [
        "porcentaje de avance", "porcentaje de avance de metas", "porcentaje de avance de las metas",
        "porcentaje de cumplimiento", "avance porcentual",
      ]
    }
  }

  /// nil for a column that stays blank.
  init?(header: String) {
    var text = header
    while let bracket = text.firstMatch(of: /\([^()]*\)/) { text.removeSubrange(bracket.range) }
    let words = FoldedText.words(of: text).joined(separator: " ")
    guard let field = TransparencyField.allCases.first(where: { $0.headers.contains(words) }) else { return nil }
    self = field
  }

  /// What the report says there; nil where it says nothing that is proved.
  func value(of activity: Activity, in report: Report, area: String?) -> XLSXForm.Value? {
    switch self {
    case .year: report.year.map { .number(String($0.value)) }
    case .firstDay: report.reportedDays.map { .text($0.first) }
    case .lastDay: report.reportedDays.map { .text($0.last) }
    case .area: TransparencyField.text(area)
    case .activity: TransparencyField.text(activity.name.value)
    case .unit: TransparencyField.text(activity.unit?.value)
    case .frequency: TransparencyField.text(report.scheme.frequency)
    case .goal: TransparencyField.number(activity.annual.goal.quantity)
    case .achieved: TransparencyField.number(activity.annual.real.quantity)
    case .percent: TransparencyField.number(activity.statedOrComputedPercent)
    }
  }

  private static func number(_ quantity: Quantity?) -> XLSXForm.Value? { quantity.map { .number($0.description) } }

  private static func text(_ text: String?) -> XLSXForm.Value? {
    text.flatMap { $0.utf16.count <= XLSXForm.longestText ? .text($0) : nil }
  }
}

extension Activity {
  /// Real in per cent of the goal, as stated, or else with one decimal as the report prints it.
  fileprivate var statedOrComputedPercent: Quantity? {
    if let stated = annual.percent?.quantity { return stated }
    guard let goal = annual.goal.quantity, let real = annual.real.quantity else { return nil }
    return Percentage(of: real, in: goal)?.quantity
  }
}

extension Report {
  /// First and last day of the months reported, as the platform writes days: `01/01/2023`. nil unless the table says year
  /// and months of every period.
  fileprivate var reportedDays: (first: String, last: String)? {
    let months = periods.compactMap(\.months)
    guard let year = year?.value, (1...9999).contains(year), months.count == periods.count,
      let first = months.map(\.lowerBound).min(), let last = months.map(\.upperBound).max()
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (Report.day(1, first, year), Report.day(days[last - 1], last, year))
  }

  private static func day(_ day: Int, _ month: Int, _ year: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
  }
}

extension PeriodScheme {
  /// How often the figures are taken, in the platform's own language.
  fileprivate var frequency: String? {
    switch self {
    case .monthly: "Mensual"
    case .bimonthly: "Bimestral"
    case .quarterly: "Trimestral"
    case .fourMonthly: "Cuatrimestral"
    case .halfYearly: "Semestral"
    case .annual: "Anual"
    case .irregular: nil
    }
  }
}
