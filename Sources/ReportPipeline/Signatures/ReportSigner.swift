public import PDFFinisher
import ReportLayout
public import ReportModel
public import Signing

/// Signs one report: proves it first, then appends the signature to it.
public struct ReportSigner {
  private let path: String
  private let file: SignableFile
  /// What was found of the report that does not keep it from being signed, but that its signer should know.
  public let warnings: [Diagnostic]

  /// - Throws: for a report that cannot be read or proved, or that nobody can sign.
  public init(_ path: String) throws(SigningFailure) {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try InputFile.read(path, largest: InputFile.largestReport)
    } catch {
      throw .file(error)
    }
    let verification: Verification
    do throws(ProofFailure) {
      verification = try Verifier().verify(bytes, named: path, against: nil)
    } catch {
      throw .proof(error)
    }
    guard verification.verdict != .altered else { throw .altered(verification.diagnostics) }
    self.path = path
    warnings = verification.diagnostics.filter { $0.severity != .note }
    file = try ReportSigner.signable(bytes, path)
  }

  private static func signable(_ bytes: [UInt8], _ path: String) throws(SigningFailure) -> SignableFile {
    if let signed = SignedReport(bytes) {
      guard !signed.isForeign, signed.file.bytes.count == bytes.count else { throw .foreign(path) }
      return signed.file
    }
    guard let file = try? SignableFile(bytes), !file.fields.isEmpty else { throw .noFields(path) }
    return file
  }

  /// The field of a role, or without one the first that is empty.
  public func field(_ role: String?) throws(SigningFailure) -> SignableFile.Field {
    let found: SignableFile.Field?
    if let role {
      let name = Signer.Role(role).fieldName
      found = file.fields.first { $0.name == role } ?? file.fields.first { $0.name == name }
    } else {
      found = file.fields.first { !$0.isSigned } ?? file.fields.last
    }
    guard let field = found else { throw .unknownRole(role ?? "", file, path) }
    guard !field.isSigned else { throw .signedAlready(field.name, file, path) }
    guard !field.isLast || file.fields.allSatisfy({ $0.isSigned || $0.name == field.name }) else {
      throw .tooEarly(field.name, file, path)
    }
    return field
  }

  /// The report with one more signature.
  /// - Parameters:
  ///   - field: one that `field` gave.
  ///   - moment: when it is signed.
  ///   - authority: who stamps the time; nil for nobody.
  public func signed(
    by identity: Identity, _ credentials: Credentials, in field: SignableFile.Field, at moment: Moment,
    stampedBy authority: TimeStampAuthority? = nil
  ) throws(SigningFailure) -> [UInt8] {
    try signing(credentials.keyFile) { () throws(SigningError) in try identity.check(at: moment.secondsSince1970) }
    // How large the signature will be, and some more, since those of elliptic curves differ by a few bytes. Authorities
    // are asked once only.
    let room =
      try authority == nil
      ? signing(credentials.keyFile) { () throws(SigningError) in try identity.signature(of: []).count + 16 }
      : ReportSigner.stampedRoom
    let facts = SignatureFacts(
      field: field.name, signer: identity.certificate.name, serial: identity.certificate.serial, moment: moment,
      room: room)
    let revision = try revision(facts)
    return try signing(path) { () throws(SigningError) in
      let signature = try identity.signature(of: revision.signedBytes, stampedBy: authority)
      guard let signed = revision.signed(by: signature) else { throw SigningError.broken("\(signature.count) bytes") }
      return signed.bytes
    }
  }

  /// A time stamp brings the authority's certificates along.
  private static let stampedRoom = 12_288

  /// - Parameter file: what a failure is about.
  private func signing<Result>(
    _ file: String, _ body: () throws(SigningError) -> Result
  ) throws(SigningFailure) -> Result {
    do throws(SigningError) {
      return try body()
    } catch {
      throw SigningFailure(error, at: file)
    }
  }

  private func revision(_ facts: SignatureFacts) throws(SigningFailure) -> SignatureRevision {
    do {
      return try SignatureRevision(of: file, facts)
    } catch let error as UnshowableName {
      throw .unshowable(error.text, path)
    } catch {
      throw SigningFailure(.broken(String(describing: error)), at: path)
    }
  }
}
