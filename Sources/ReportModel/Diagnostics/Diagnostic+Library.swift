extension Diagnostic {
  /// A library of the system that is missing or too old: a fault of the machine, not of the input.
  /// - Parameters:
  ///   - found: its version; nil where there is none.
  ///   - floor: the oldest version that will do.
  ///   - package: what Debian and Ubuntu have it in.
  public static func unusableLibrary(
    _ name: String, found: String?, floor: String?, package: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.missingLibrary, severity: .error, message: libraryMessage(name, found, floor),
      hint: LocalizedText(
        es: "Instale el paquete \(package): apt-get install \(package).",
        en: "Install the package \(package): apt-get install \(package)."),
      at: location)
  }

  public var isUnusableLibrary: Bool { code == DiagnosticCode.missingLibrary.rawValue }

  private static func libraryMessage(_ name: String, _ found: String?, _ floor: String?) -> LocalizedText {
    guard let found else {
      return LocalizedText(
        es: "falta la biblioteca \(name), con la que esto se lee",
        en: "the library \(name), which reads this, is missing")
    }
    guard let floor, floor != found else {
      return LocalizedText(
        es: "la biblioteca \(name) \(found) está incompleta", en: "the library \(name) \(found) is incomplete")
    }
    return LocalizedText(
      es: "la biblioteca \(name) es la \(found), y hace falta la \(floor) o una posterior",
      en: "the library \(name) is version \(found), and \(floor) or a later one is needed")
  }
}
