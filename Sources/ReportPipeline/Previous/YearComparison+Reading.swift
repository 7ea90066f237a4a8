import ReportConfiguration
import ReportLayout
public import ReportModel

extension Diagnostic {
  /// Whether it is said of a comparison with the year before, which whoever asked for one is to hear.
  public var isOfComparison: Bool {
    [DiagnosticCode.previousNotFound, .unusableMatch].map(\.rawValue).contains(code)
  }
}

extension YearComparison {
  /// Of a report that stands alone; nil where no earlier year is known.
  init?(_ report: Report, _ options: ReportConfiguration) {
    let office = options.layout.department ?? report.department?.value
    guard let year = options.previous?.year(of: office) else { return nil }
    self.init(report, against: year, settled: options.matches)
  }

  /// What the configuration says of activities that are not there.
  func diagnostics(at location: SourceLocation) -> [Diagnostic] {
    years.unusable.map { match in
      let pair = "\(match.current): \(match.previous ?? "new")"
      return Diagnostic(
        code: DiagnosticCode.unusableMatch, severity: .warning,
        message: LocalizedText(
          es: "matches dice «\(pair)», y no hay tal actividad, o ya está en otro par",
          en: "matches says “\(pair)”, and there is no such activity, or it is in another pair"),
        hint: LocalizedText(
          es: "Escriba los números como están en las tablas: el de este año y el del anterior.",
          en: "Write the numbers as they are in the tables: this year's and that of the year before."), at: location)
    }
  }

  /// That the file of the year before says nothing of an office.
  static func missing(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.previousNotFound, severity: .warning,
      message: LocalizedText(
        es: "en el año anterior no hay un área con este nombre; va sin comparación",
        en: "the year before has no area of this name; it goes without a comparison"),
      hint: LocalizedText(
        es:
          "Si cambió de nombre, diga en areas de informe.yml cómo se llamaba, con previous; si es nueva, previous: new.",
        en:
          "If its name has changed, say in areas of informe.yml what it was called, by previous; if it is new, previous: new."
      ), at: location)
  }
}
