import CairoBackend
import PDFFinisher
import TextShaping

/// The program as it names itself.
public enum Program {
  public static let version = "0.2.0"
  static let nameAndVersion = "informe " + version

  /// Of a signature, what stands before the libraries.
  static func name(in signature: String) -> String {
    signature.split(separator: " (").first.map(String.init) ?? signature
  }

  /// With all that has a say in a report's bytes: another version of any of these may make other ones.
  static let signature =
    "\(nameAndVersion) (\([CairoPDF.engine, TextShaper.engine, FileSettings.engine].joined(separator: ", ")))"
}
