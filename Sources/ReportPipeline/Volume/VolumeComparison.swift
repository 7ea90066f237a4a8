import ReportConfiguration
import ReportLayout
import ReportModel

/// The areas of a volume beside those of the year before. An area is told by what the configuration says it was called,
/// or by its name; no area of the year before is given to two.
struct VolumeComparison {
  /// The volume's, with their comparisons.
  private(set) var parts: [Volume.Part]
  /// nil where no year before is known.
  private(set) var areas: Volume.PreviousAreas?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ order: VolumeOrder, _ previous: PreviousData?) {
    parts = order.parts
    guard let previous else { return }
    let found = VolumeComparison.match(order, previous)
    var areas = Volume.PreviousAreas(year: VolumeComparison.year(of: previous))
    for (index, part) in order.parts.enumerated() {
      guard case .area(var area) = part, order.settings[index]?.previous != VolumeOptions.PreviousArea.none else {
        continue
      }
      let location = SourceLocation(file: area.source)
      if let place = found[index] {
        let comparison = YearComparison(
          area.report, against: previous.areas[place].year, settled: order.settings[index]?.matches ?? [])
        diagnostics += comparison.diagnostics(at: location)
        area.comparison = comparison
        parts[index] = .area(area)
      } else {
        diagnostics.append(YearComparison.missing(at: location))
        areas.unmatched.append(area.name)
      }
    }
    let kept = Set(found.compactMap { $0 })
    areas.gone = previous.areas.indices.filter { !kept.contains($0) }
      .map { previous.areas[$0].name ?? previous.areas[$0].year.department ?? String($0 + 1) }
    if !areas.gone.isEmpty { diagnostics.append(VolumeComparison.gone(areas.gone)) }
    self.areas = areas
  }

  /// For each part its place in the year before.
  private static func match(_ order: VolumeOrder, _ previous: PreviousData) -> [Int?] {
    var found: [Int?] = order.parts.indices.map { index in
      guard case .named(let name)? = order.settings[index]?.previous else { return nil }
      return previous.area(named: name)
    }
    let taken = Set(found.compactMap { $0 })
    let told = order.parts.enumerated().map { index, part -> Int? in
      guard order.settings[index]?.previous == nil else { return nil }
      let place = names(of: part).lazy.compactMap { previous.area(named: $0) }.first
      return place.flatMap { taken.contains($0) ? nil : $0 }
    }
    for (index, place) in told.enumerated() {
      if let place, told.count(where: { $0 == place }) == 1 { found[index] = place }
    }
    return found
  }

  private static func names(of part: Volume.Part) -> [String?] {
    switch part {
    case .area(let area): [area.name, area.report.department?.value]
    case .missing(let area): [area.name]
    }
  }

  /// nil where the areas report several.
  private static func year(of previous: PreviousData) -> Int? {
    let years = Set(previous.areas.map(\.year.year))
    return years.count == 1 ? years.first ?? nil : nil
  }

  private static func gone(_ names: [String]) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.previousAreasGone, severity: .note,
      message: LocalizedText(
        es: "áreas del año anterior que no están en este tomo: " + names.joined(separator: ", "),
        en: "areas of the year before that are not in this volume: " + names.joined(separator: ", ")),
      hint: LocalizedText(
        es: "Si alguna cambió de nombre, diga con previous, en areas de informe.yml, cómo se llamaba.",
        en: "If one has changed its name, say by previous, in areas of informe.yml, what it was called."),
      at: SourceLocation(file: ConfigurationFile.name))
  }
}
