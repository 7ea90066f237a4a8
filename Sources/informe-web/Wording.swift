import ReportModel
import ReportPipeline

/// What the command line says, in the user's language.
enum Wording {
  private static func pick(_ es: String, _ en: String) -> String { UserLanguage.current == .es ? es : en }

  static var abstract: String {
    pick(
      "Sirve una página donde se sueltan tablas y se reciben sus informes en PDF.",
      "Serve a page to drop tables on and take their reports from, as PDFs.")
  }
  static var host: String {
    pick(
      "Dirección en que se atiende; 0.0.0.0 es a toda la red.", "Address to listen at; 0.0.0.0 is the whole network.")
  }
  static var port: String { pick("Puerto; 0 toma uno libre.", "Port; 0 takes a free one.") }
  static var name: String {
    pick(
      "Otro nombre con que se llega a este servidor; puede repetirse.",
      "Another name this server is reached by; may be given again.")
  }
  static var jobs: String {
    pick("Informes a la vez; si no, uno por procesador.", "Reports at a time; default: one for each processor.")
  }
  static var badPort: String { pick("el puerto va de 0 a 65535", "ports go from 0 to 65535") }
  static func cannotListen(_ address: String, _ error: any Error) -> String {
    pick("no se puede atender en \(address): ", "cannot listen at \(address): ") + String(describing: error)
  }
  static var badJobs: String { pick("--jobs va de 1 a 256", "--jobs goes from 1 to 256") }
}
