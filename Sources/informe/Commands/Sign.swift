import ArgumentParser
import Glibc
import PDFFinisher
import ReportModel
import ReportPipeline
import Signing

/// Signs a report in one of the places it has for that.
struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sign", abstract: Wording.signAbstract)

  @Argument(help: ArgumentHelp(Wording.report, valueName: "report.pdf"))
  var report: String

  @Option(help: ArgumentHelp(Wording.certificate, valueName: "file"))
  var cer: String?

  @Option(help: ArgumentHelp(Wording.key, valueName: "file"))
  var key: String?

  @Option(help: ArgumentHelp(Wording.pkcs12, valueName: "file"))
  var p12: String?

  @Option(help: ArgumentHelp(Wording.role, valueName: "name"))
  var role: String?

  @Option(help: ArgumentHelp(Wording.passwordFile, valueName: "file"))
  var passwordFile: String?

  @Option(help: ArgumentHelp(Wording.signDate, valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp(Wording.authority, valueName: "url"))
  var tsa: String?

  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.signOutput, valueName: "file"))
  var output: String?

  @Flag(name: .shortAndLong, help: ArgumentHelp(Wording.quiet))
  var quiet = false

  private var credentials: Credentials? {
    switch (cer, key, p12) {
    case (let cer?, let key?, nil): .efirma(certificate: cer, key: key)
    case (nil, nil, let p12?): .pkcs12(p12)
    default: nil
    }
  }

  func validate() throws {
    guard credentials != nil else { throw ValidationError(Wording.needsCredentials) }
    if let date, Moment(iso: date) == nil { throw ValidationError(Wording.badMoment(date)) }
    if let tsa, TimeStampAuthority(address: tsa) == nil { throw ValidationError(Wording.badAuthority(tsa)) }
  }

  func run() throws {
    // What is in memory must not get to the disk by the end of a process that breaks.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    do throws(SigningFailure) {
      let path = try sign()
      if !quiet { Terminal.print([path]) }
    } catch {
      if MemoryLimit.isShort { try WorkFailure.noMemory(report).end() }
      for diagnostic in error.diagnostics { Terminal.print(DiagnosticText.lines(diagnostic), to: .error) }
      try error.status.end()
    }
    try ExitStatus.done.end()
  }

  /// Everything that can be refused without the key is refused before the password is asked for.
  private func sign() throws(SigningFailure) -> String {
    guard let credentials else { return "" }
    let signer = try ReportSigner(report)
    if !quiet { for warning in signer.warnings { Terminal.print(DiagnosticText.lines(warning), to: .error) } }
    let field = try signer.field(role)
    let identity = try credentials.identity(password: try password(of: credentials))
    guard let moment = date.flatMap(Moment.init(iso:)) ?? Sign.now else { throw .noClock(report) }
    let bytes = try signer.signed(
      by: identity, credentials, in: field, at: moment, stampedBy: tsa.flatMap(TimeStampAuthority.init(address:)))
    let target = output ?? report
    do throws(FileFailure) {
      try AtomicFile.write(bytes, to: target)
    } catch {
      throw .file(error)
    }
    Folder.sync(Folder.part(of: target))
    return target
  }

  private func password(of credentials: Credentials) throws(SigningFailure) -> Secret {
    if let passwordFile { return try Credentials.password(fromFile: passwordFile) }
    guard let secret = PasswordPrompt.ask(Wording.password(of: credentials.keyFile)) else {
      throw .noPassword(credentials.keyFile)
    }
    return secret
  }

  /// As this machine's clock shows it.
  private static var now: Moment? {
    var (seconds, local) = (time(nil), tm())
    localtime_r(&seconds, &local)
    return Moment(secondsSince1970: seconds, offset: local.tm_gmtoff / 60)
  }
}

extension SigningFailure {
  fileprivate var diagnostics: [Diagnostic] {
    switch self {
    case .credentials(let diagnostic), .report(let diagnostic), .authority(let diagnostic), .library(let diagnostic),
      .broken(let diagnostic):
      [diagnostic]
    case .altered(let diagnostics): diagnostics
    case .proof(let failure): WorkFailure(failure).diagnostics
    case .file(let failure): [failure.diagnostic]
    }
  }

  fileprivate var status: ExitStatus {
    switch self {
    case .credentials: .credentials
    case .report: .data
    case .altered: .altered
    case .authority: .transfer
    case .library: .library
    case .broken: .software
    case .proof(let failure): WorkFailure(failure).status
    case .file(let failure): WorkFailure(failure).status
    }
  }
}
