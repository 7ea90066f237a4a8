import ReportModel

/// The words of a volume's own pages.
extension Words {
  private func pick(_ es: String, _ en: String) -> String { language == .es ? es : en }

  func areas(_ count: Int) -> String {
    count == 1 ? pick("1 área", "1 area") : pick("\(count) áreas", "\(count) areas")
  }
  func activities(_ count: Int) -> String {
    count == 1 ? pick("1 actividad", "1 activity") : pick("\(count) actividades", "\(count) activities")
  }
  func pages(_ first: Int, _ last: Int) -> String {
    first == last
      ? pick("página \(first)", "page \(first)") : pick("páginas \(first) a \(last)", "pages \(first) to \(last)")
  }
  var noYear: String { pick("sin año", "no year") }
  var contents: String { pick("Contenido", "Contents") }
  func dataAttached(_ hash: String) -> String {
    data(hash) + pick(" · las tablas de todas las áreas van adjuntas", " · the tables of all areas are attached")
  }

  // Summary
  func councilTitle(areas: Int, activities: Int) -> String {
    summary + ": " + self.areas(areas) + ", " + self.activities(activities)
  }
  func doubtfulOfVolume(_ count: Int) -> String {
    count == 1
      ? pick("1 cifra no cuadra con las demás de su tabla.", "1 figure does not add up with the others of its table.")
      : pick(
        "\(count) cifras no cuadran con las demás de su tabla.",
        "\(count) figures do not add up with the others of their tables.")
  }
  func doubtfulShort(_ count: Int) -> String {
    count == 1
      ? pick("1 cifra no cuadra", "1 figure does not add up")
      : pick("\(count) cifras no cuadran", "\(count) figures do not add up")
  }
  var areasHeading: String {
    pick("Área, primero la que tiene más actividades por debajo del rango", "Area, most activities below range first")
  }
  var marksHeading: String { pick("Una marca por actividad, en su orden", "A mark an activity, in their order") }
  var activitiesHeading: String { pick("Actividades", "Activities") }
  var doubtfulHeading: String { pick("No cuadran", "In doubt") }
  var furthestHeading: String { pick("Más lejos de su meta", "Furthest from the goal") }
  var countsOnly: String {
    pick(
      "Se cuentan actividades; sus cifras no se suman, pues miden cosas distintas.",
      "Activities are counted; their figures are not added up, for they measure different things.")
  }
  func missingSentence(_ names: [String]) -> String {
    names.count == 1
      ? pick(
        "Falta en este tomo 1 área, cuya tabla no se pudo leer: ",
        "Of this volume 1 area is missing, whose table cannot be read: ")
        + names[0] + "."
      : pick(
        "Faltan en este tomo \(names.count) áreas, cuyas tablas no se pudieron leer: ",
        "Of this volume \(names.count) areas are missing, whose tables cannot be read: ") + someOf(names) + "."
  }
  func leftOutSentence(_ names: [String]) -> String {
    pick("Fuera de este tomo, por su configuración: ", "Left out by the configuration: ") + someOf(names) + "."
  }
  func goneSentence(_ names: [String], _ year: String) -> String {
    pick("No están en este tomo áreas de \(year): ", "Not in this volume are areas of \(year): ") + someOf(names) + "."
  }
  func unmatchedSentence(_ names: [String], _ year: String) -> String {
    pick(
      "Sin comparación, pues \(year) no tiene áreas de ese nombre: ",
      "Without a comparison, since \(year) has no areas of that name: ") + someOf(names) + "."
  }
  /// The first of them, and how many more there are: the council's page is one.
  private func someOf(_ names: [String]) -> String {
    let most = 8
    guard names.count > most + 1 else { return list(names) }
    return list(names.prefix(most) + [pick("\(names.count - most) más", "\(names.count - most) more")])
  }
  func moreFigures(_ count: Int) -> String {
    pick("y \(count) más, en la tabla de cada área", "and \(count) more, in the table of each area")
  }
  func moreActivities(_ count: Int) -> String {
    pick("y \(count) más, en las páginas de cada área", "and \(count) more, on the pages of each area")
  }
  /// What a strip of marks shows, for those who hear it.
  func tallies(_ counts: (Verdict.State) -> Int) -> [String] {
    Verdict.State.allCases.map { (counts($0), $0) }.filter { $0.0 > 0 }.map { tally($0.0, $0.1) }
  }
  var missing: String { pick("falta", "missing") }

  // Areas
  var amountColumn: String { pick("Real de meta", "Actual of goal") }
  var pageColumn: String { pick("Pág.", "Page") }
  var activityColumn: String { pick("Actividad", "Activity") }
  func toContents(page: Int) -> String { pick("Ver el contenido, página \(page)", "See the contents, page \(page)") }
  func areaLink(_ name: String, page: Int) -> String {
    pick("Ir a la página \(page): \(name)", "Go to page \(page): \(name)")
  }
  func sourceFile(_ name: String) -> String {
    pick("Tabla de origen: \(name), adjunta a este tomo.", "The original table: \(name), attached to this volume.")
  }

  // A missing area
  var missingTitle: String { pick("Esta área falta en el tomo", "This area is missing from the volume") }
  func missingIntroduction(_ source: String) -> String {
    pick(
      "La tabla «\(source)» no se pudo leer. Ninguna de sus actividades está contada en este tomo. Hay que corregir:",
      "The table “\(source)” cannot be read. None of its activities is counted in this volume. To be corrected:")
  }
  func moreErrors(_ count: Int) -> String {
    count == 1 ? pick("y 1 error más", "and 1 error more") : pick("y \(count) errores más", "and \(count) errors more")
  }
  func place(_ location: SourceLocation) -> String? {
    if let cell = location.cell { return cell }
    let sheet = location.sheet.map { pick("hoja «\($0)»", "sheet “\($0)”") }
    let row = location.row.map { pick("fila \($0)", "row \($0)") }
    let column = location.column.map { pick("columna \($0)", "column \($0)") }
    let parts = [sheet, row, column].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  // The last page
  func certificate(pages: Int, areas: Int, missing: Int) -> String {
    let all = self.areas(areas)
    let lack =
      missing == 0
      ? ""
      : missing == 1
        ? pick("; falta 1 área", "; 1 area is missing")
        : pick("; faltan \(missing) áreas", "; \(missing) areas are missing")
    return pick(
      "Este tomo consta de \(pages) páginas y reúne los informes de \(all)\(lack).",
      "This volume has \(pages) pages and binds the reports of \(all)\(lack).")
  }
}

extension String {
  /// The text with its first letter in lower case.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
