import PDFFinisher
import Pages
public import ReportModel
import Signing

/// Why a report is not signed.
public enum SigningFailure: Error {
  /// Certificate, key or password.
  case credentials(Diagnostic)
  /// The report has no such field, or it is signed.
  case report(Diagnostic)
  /// The report is not what its data make.
  case altered([Diagnostic])
  /// The time stamp authority.
  case authority(Diagnostic)
  case proof(ProofFailure)
  case file(FileFailure)
  /// libcrypto is missing.
  case library(Diagnostic)
  /// An error of ours.
  case broken(Diagnostic)
}

extension SigningFailure {
  init(_ error: SigningError, at path: String) {
    let (code, message, hint) = error.words
    let diagnostic = Diagnostic(
      code: code, severity: .error, message: message, hint: hint, at: SourceLocation(file: path))
    switch error {
    case .noTimeStamp, .wrongTimeStamp, .badAuthority: self = .authority(diagnostic)
    case .noLibrary: self = .library(diagnostic)
    case .broken: self = .broken(diagnostic)
    default: self = .credentials(diagnostic)
    }
  }

  /// The machine's clock shows no year of four digits.
  public static func noClock(_ report: String) -> SigningFailure {
    self.report(
      report, .noClock, LocalizedText(es: "el reloj no da la fecha", en: "the clock does not tell the date"),
      LocalizedText(es: "Dé la fecha con --date.", en: "Give the date by --date."))
  }

  /// Nobody can be asked for it.
  public static func noPassword(_ keyFile: String) -> SigningFailure {
    .credentials(
      Diagnostic(
        code: DiagnosticCode.noPassword, severity: .error,
        message: LocalizedText(
          es: "no hay terminal donde preguntar la contraseña", en: "there is no terminal to ask for the password"),
        hint: LocalizedText(
          es: "Póngala en un archivo y délo con --password-file.",
          en: "Put it into a file and give it by --password-file."),
        at: SourceLocation(file: keyFile)))
  }

  private static func report(
    _ path: String, _ code: DiagnosticCode, _ message: LocalizedText, _ hint: LocalizedText
  ) -> SigningFailure {
    .report(Diagnostic(code: code, severity: .error, message: message, hint: hint, at: SourceLocation(file: path)))
  }

  static func noFields(_ path: String) -> SigningFailure {
    report(
      path, .noSignatureFields,
      LocalizedText(es: "no tiene lugares para firmar", en: "it has no places to sign"),
      LocalizedText(
        es: "Ponga «signers» en informe.yml y haga el informe de nuevo.",
        en: "Put “signers” into informe.yml and make the report again."))
  }

  static func unknownRole(_ role: String, _ file: SignableFile, _ path: String) -> SigningFailure {
    let names = file.fields.map(\.name).joined(separator: ", ")
    return report(
      path, .unknownRole,
      LocalizedText(es: "nadie firma aquí como «\(role)»", en: "nobody signs here as “\(role)”"),
      LocalizedText(es: "Elija con --role uno de: \(names).", en: "Choose one with --role: \(names)."))
  }

  static func signedAlready(_ role: String, _ file: SignableFile, _ path: String) -> SigningFailure {
    let free = file.fields.filter { !$0.isSigned }.map(\.name).joined(separator: ", ")
    return report(
      path, .signedAlready,
      LocalizedText(es: "«\(role)» ya firmó", en: "“\(role)” has signed already"),
      free.isEmpty
        ? LocalizedText(es: "Todos han firmado.", en: "All have signed.")
        : LocalizedText(es: "Faltan por firmar: \(free).", en: "Still to sign: \(free)."))
  }

  static func tooEarly(_ role: String, _ file: SignableFile, _ path: String) -> SigningFailure {
    let free = file.fields.filter { !$0.isSigned && !$0.isLast }.map(\.name).joined(separator: ", ")
    return report(
      path, .signsLast,
      LocalizedText(
        es: "«\(role)» firma al final: su firma cierra el informe", en: "“\(role)” signs last: that closes the report"),
      LocalizedText(es: "Antes firman: \(free).", en: "Before sign: \(free)."))
  }

  static func foreign(_ path: String) -> SigningFailure {
    report(
      path, .signedElsewhere,
      LocalizedText(es: "ya lleva firmas hechas con otro programa", en: "it has signatures made by another program"),
      LocalizedText(es: "Firme con ese programa.", en: "Sign it with that program."))
  }

  static func unshowable(_ name: String, _ path: String) -> SigningFailure {
    report(
      path, .unsettableName,
      LocalizedText(
        es: "el nombre «\(name)» o el papel tienen letras que la tipografía no tiene",
        en: "the name “\(name)” or the role has characters that the font lacks"),
      LocalizedText(es: "Firme con otro programa.", en: "Sign with another program."))
  }
}

extension SigningError {
  fileprivate var words: (code: DiagnosticCode, message: LocalizedText, hint: LocalizedText) {
    switch self {
    case .noLibrary:
      (
        .noLibcrypto, LocalizedText(es: "falta libcrypto, que firma", en: "libcrypto, which signs, is missing"),
        LocalizedText(es: "Instale OpenSSL 3 (libssl3).", en: "Install OpenSSL 3 (libssl3).")
      )
    case .noCertificate:
      (
        .noCertificate, LocalizedText(es: "no es un certificado", en: "it is no certificate"),
        LocalizedText(es: "Dé con --cer el archivo .cer de la e.firma.", en: "Give --cer the e.firma's .cer file.")
      )
    case .noKey:
      (
        .noKey, LocalizedText(es: "no es una llave privada cifrada", en: "it is no encrypted private key"),
        LocalizedText(es: "Dé con --key el archivo .key de la e.firma.", en: "Give --key the e.firma's .key file.")
      )
    case .noIdentity:
      (
        .noIdentity,
        LocalizedText(
          es: "no es un PKCS#12 con un certificado y su llave", en: "it is no PKCS#12 with a certificate and its key"),
        LocalizedText(es: "Dé con --p12 un archivo .p12 o .pfx.", en: "Give --p12 a .p12 or .pfx file.")
      )
    case .wrongPassword:
      (
        .wrongPassword,
        LocalizedText(es: "la contraseña no es la de esta llave", en: "the password is not this key's"),
        LocalizedText(es: "Escríbala de nuevo, con mayúsculas y minúsculas.", en: "Type it again; capitals count.")
      )
    case .keyDoesNotFit:
      (
        .keyDoesNotFit,
        LocalizedText(es: "la llave no es la del certificado", en: "the key is not the certificate's"),
        LocalizedText(
          es: "Use el .cer y el .key que se entregaron juntos.", en: "Use the .cer and the .key that came together.")
      )
    case .seal:
      (
        .sealCertificate,
        LocalizedText(
          es: "es un certificado de sello digital (CSD), que solo sirve para facturas",
          en: "it is a digital seal certificate (CSD), which is for invoices only"),
        LocalizedText(es: "Firme con la e.firma de la persona.", en: "Sign with the person's e.firma.")
      )
    case .notForSigning:
      (
        .notForSigning,
        LocalizedText(es: "el certificado no es para firmar", en: "the certificate is not for signing"),
        LocalizedText(es: "Use otro certificado.", en: "Use another certificate.")
      )
    case .unsupportedKey:
      (
        .unsupportedKey,
        LocalizedText(
          es: "la llave no es RSA ni de curva elíptica", en: "the key is neither RSA nor an elliptic curve's"),
        LocalizedText(es: "Use otro certificado.", en: "Use another certificate.")
      )
    case .expired(let time):
      (
        .expiredCertificate,
        LocalizedText(
          es: "el certificado venció el \(SigningError.day(time))",
          en: "the certificate expired on \(SigningError.day(time))"),
        LocalizedText(es: "Renueve su e.firma y firme con la nueva.", en: "Renew it and sign with the new one.")
      )
    case .notYetValid(let time):
      (
        .certificateNotYetValid,
        LocalizedText(
          es: "el certificado vale a partir del \(SigningError.day(time))",
          en: "the certificate is valid from \(SigningError.day(time)) on"),
        LocalizedText(es: "Revise la fecha con --date.", en: "Check the date given by --date.")
      )
    case .badAuthority:
      (
        .badTSA,
        LocalizedText(es: "la dirección debe ser http://…", en: "the address must be http://…"),
        LocalizedText(
          es: "El sello va firmado; no necesita https.", en: "The stamp is signed itself and needs no https.")
      )
    case .noTimeStamp:
      (
        .noTimeStamp,
        LocalizedText(
          es: "la autoridad de sellos de tiempo no responde", en: "the time stamp authority does not answer"),
        LocalizedText(es: "Inténtelo más tarde, o firme sin --tsa.", en: "Try again later, or sign without --tsa.")
      )
    case .wrongTimeStamp:
      (
        .wrongTimeStamp,
        LocalizedText(
          es: "la autoridad no dio un sello de tiempo de esta firma",
          en: "the authority gave no time stamp of this signature"),
        LocalizedText(es: "Use otra autoridad, o firme sin --tsa.", en: "Use another, or sign without --tsa.")
      )
    case .broken(let what):
      (
        .internalError, LocalizedText(es: "error interno: \(what)", en: "internal error: \(what)"),
        LocalizedText(es: "Repórtelo.", en: "Report it.")
      )
    }
  }

  private static func day(_ seconds: Int) -> String {
    Moment(secondsSince1970: seconds, offset: 0)?.day.description ?? ""
  }
}
