import PDFFinisher
import PDFReading
import Signing

/// What stands behind a report in its file: signatures, each a revision of its own.
///
/// A revision that `informe sign` wrote is made again from what it says and compared byte for byte, as the report is. So
/// nothing else can hide in it, which no signature proves: a later revision may change what the pages show, and all
/// signatures before it stay valid.
struct SignedReport {
  /// One signature.
  struct Entry {
    /// As what was signed, and the name of the field.
    let role: String
    let signature: FoundSignature?
    /// As the file says; nil where it says nothing that can be read.
    let moment: Moment?
    let fault: SignatureFault?
    /// Whether another program wrote it.
    let isForeign: Bool
  }

  /// The report itself.
  let report: [UInt8]
  /// In the order in which they were made.
  private(set) var entries: [Entry] = []
  /// The state of the file after the last signature of ours; what follows it is not ours.
  private(set) var file: SignableFile

  /// Whether anything follows that no signature covers.
  private(set) var isFollowed = false

  /// nil for a file of one revision, and for one that has no fields to sign.
  init?(_ bytes: [UInt8]) {
    guard let end = SignableFile.firstEnd(of: bytes), end < bytes.count else { return nil }
    report = Array(bytes[..<end])
    guard let file = try? SignableFile(report), !file.fields.isEmpty else { return nil }
    self.file = file
    while let found = FoundRevision(in: bytes, after: self.file) {
      guard let next = add(found, of: bytes) else { break }
      self.file = next
    }
    guard self.file.bytes.count < bytes.count else { return }
    addForeign(in: bytes)
    isFollowed = !isForeign
  }

  /// Whether a file whose report cannot be told from its signatures holds one that is of other bytes.
  static func isBroken(_ bytes: [UInt8]) -> Bool {
    guard let file = try? PDFFile(bytes) else { return false }
    return file.signatures.contains { signature in
      guard let signed = signature.signedBytes(of: bytes), let found = try? FoundSignature(signature.contents) else {
        return true
      }
      return !found.isValid(for: signed)
    }
  }

  /// Whether anything in the file claims to be a signature.
  var hasSignatures: Bool { !entries.isEmpty }

  var isForeign: Bool { entries.contains(where: \.isForeign) }

  /// Makes a revision again; nil where it is not what comes of that.
  private mutating func add(_ found: FoundRevision, of bytes: [UInt8]) -> SignableFile? {
    let role = file.fields.first { $0.name == found.field }?.role ?? found.field
    guard let signature = try? FoundSignature(found.signature),
      let revision = try? SignatureRevision(
        of: file,
        SignatureFacts(
          field: found.field, signer: signature.certificate.name, serial: signature.certificate.serial,
          moment: found.moment, room: found.signature.count)),
      let next = revision.signed(by: found.signature), bytes.starts(with: next.bytes)
    else {
      entries.append(Entry(role: role, signature: nil, moment: found.moment, fault: .altered, isForeign: false))
      return nil
    }
    let content = revision.signedBytes
    let isTrue = signature.isValid(for: content) && signature.isOurs(for: content)
    entries.append(
      Entry(
        role: role, signature: signature, moment: found.moment,
        fault: isTrue ? SignatureFault(of: signature, at: found.moment) : .invalid, isForeign: false))
    return next
  }

  /// Signatures behind those of ours, as far as they can be checked.
  private mutating func addForeign(in bytes: [UInt8]) {
    let (known, start) = (entries.contains { $0.fault == .altered }, file.bytes.count)
    guard !known, let found = try? PDFFile(bytes), let before = try? PDFFile(file.bytes) else { return }
    let signatures = found.signatures.filter { $0.end > start }
    let isChanged = found.comparison(with: before, allowsSignatures: true).differences.contains { $0 != .metadata }
    // What follows the last signature is signed by nobody.
    let isCovered = signatures.last?.end == bytes.count
    for signature in signatures {
      let role = file.fields.first { $0.name == signature.field }?.role ?? signature.field
      let moment = signature.time.flatMap(Moment.init(anyPDF:))
      let message = try? FoundSignature(signature.contents)
      let isTrue = signature.signedBytes(of: bytes).map { message?.isValid(for: $0) == true } ?? false
      let fault: SignatureFault? =
        !isTrue ? .invalid : isChanged || !isCovered ? .altered : message.flatMap { SignatureFault(of: $0, at: moment) }
      entries.append(Entry(role: role, signature: message, moment: moment, fault: fault, isForeign: true))
    }
  }
}

/// What is wrong with a signature.
enum SignatureFault: Hashable {
  /// The signature is not of what it stands in, or not by the key of its certificate.
  case invalid
  /// Its revision holds other things than signing writes, or more follows it.
  case altered
  /// The certificate was not valid when it signed.
  case outdated
  /// Its time stamp is not its own.
  case stamp

  /// What can be seen without knowing any authority.
  fileprivate init?(of signature: FoundSignature, at moment: Moment?) {
    let stamped: Int?
    do throws(SigningError) {
      stamped = try signature.stampedTime()
    } catch {
      self = .stamp
      return
    }
    guard let time = stamped ?? moment?.secondsSince1970, !signature.isCertificateValid(at: time) else { return nil }
    self = .outdated
  }
}
