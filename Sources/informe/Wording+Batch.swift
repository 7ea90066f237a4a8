/// What the summary of a batch says.
extension Wording {
  static var ifChanged: String {
    pick(
      "No vuelve a hacer un informe que ya está hecho de los mismos datos, con las mismas opciones y este programa.",
      "Leave a report that is already made of the same data, with the same options and this program.")
  }
  static var ifChangedNeedsPDF: String {
    pick(
      "--if-changed es para PDF: las imágenes no guardan de qué se hicieron",
      "--if-changed is for PDF: pictures do not store what they are made from")
  }

  static func inputs(_ count: Int) -> String { counted(count, "tabla", "tablas", "table", "tables") }
  static func made(_ count: Int) -> String { counted(count, "hecha", "hechas", "done", "done") }
  static func checked(_ count: Int) -> String { counted(count, "revisada", "revisadas", "checked", "checked") }
  static func unchanged(_ count: Int) -> String {
    counted(count, "sin cambios", "sin cambios", "unchanged", "unchanged")
  }
  static func withFindings(_ count: Int) -> String {
    counted(count, "con hallazgos", "con hallazgos", "with findings", "with findings")
  }
  static func failed(_ count: Int) -> String { counted(count, "con error", "con error", "failed", "failed") }
  static func left(_ count: Int) -> String {
    counted(count, "sin terminar", "sin terminar", "not finished", "not finished")
  }
  static func ignored(_ count: Int, _ endings: String) -> String {
    counted(count, "archivo de otro tipo", "archivos de otro tipo", "file of another kind", "files of other kinds")
      + " (\(endings))"
  }
  static var interrupted: String {
    pick("interrumpido; los archivos hechos están completos", "interrupted; the files made are whole")
  }

  private static func counted(
    _ count: Int, _ es: String, _ ess: String, _ en: String, _ ens: String
  ) -> String {
    "\(count) " + pick(count == 1 ? es : ess, count == 1 ? en : ens)
  }
}
