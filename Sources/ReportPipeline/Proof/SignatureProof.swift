import PDFFinisher
import ReportModel
import Signing

/// What is said of the signatures of a report, on top of what is said of the report itself.
struct SignatureProof {
  let signed: SignedReport
  let path: String
  /// Who may have issued the certificates; nil asks nobody.
  let authorities: [Certificate]?
  /// Whether the authorities' file is asked by name.
  let authorityName: String?

  /// - Parameter report: what was found of the report, without its signatures.
  func verification(of report: Verification) -> Verification {
    let verdict = (signed.entries.map(verdict) + (signed.isFollowed ? [.altered] : []))
      .reduce(report.verdict, SignatureProof.worse)
    var diagnostics = report.diagnostics
    if verdict != report.verdict {
      diagnostics.insert(verdict.diagnostic(madeBy: nil, isAgainstInput: true, at: path), at: 0)
    }
    diagnostics += signed.entries.enumerated().map { diagnostic($1, index: $0) }
    if signed.isFollowed { diagnostics.append(Deviation.revision.diagnostic(.error, at: path)) }
    return Verification(verdict: verdict, diagnostics: diagnostics)
  }

  private func verdict(of entry: SignedReport.Entry) -> Verification.Verdict {
    if [.invalid, .altered].contains(entry.fault) { return .altered }
    if entry.fault != nil || stranger(entry) != nil { return .untrusted }
    return entry.isForeign ? .foreignSignature : .identical
  }

  /// In the order in which they matter.
  private static func worse(_ a: Verification.Verdict, _ b: Verification.Verdict) -> Verification.Verdict {
    let order: [Verification.Verdict] = [
      .identical, .sameContent, .foreignSignature, .unproven, .untrusted, .altered,
    ]
    return (order.firstIndex(of: a) ?? 0) >= (order.firstIndex(of: b) ?? 0) ? a : b
  }

  /// What no authority named has issued: the certificate or the time stamp; nil where all is issued, or none is asked.
  private func stranger(_ entry: SignedReport.Entry) -> LocalizedText? {
    guard let authorities, let signature = entry.signature else { return nil }
    // The time of a stamp counts only where its authority does.
    if signature.isStampIssued(by: authorities) == false { return SignatureProof.unknownStamp }
    // Where nothing tells the time, the chain is asked for the first of the certificate's own.
    let stamped = (try? signature.stampedTime()).flatMap { $0 }
    let time = stamped ?? entry.moment?.secondsSince1970 ?? signature.certificate.firstSecond
    return signature.isIssued(by: authorities, at: time) ? nil : SignatureProof.unknownIssuer
  }
}

// Words
extension SignatureProof {
  private func diagnostic(_ entry: SignedReport.Entry, index: Int) -> Diagnostic {
    let fault = entry.fault?.words ?? stranger(entry)
    let who = signer(entry)
    let message = fault.map { LocalizedText(es: "\(who.es): \($0.es)", en: "\(who.en): \($0.en)") } ?? who
    let extent = extent(of: entry, index: index)
    return Diagnostic(
      code: fault == nil ? DiagnosticCode.signature : entry.fault?.code ?? .signatureUntrusted,
      severity: fault == nil ? .note : .error,
      message: LocalizedText(es: message.es + extent.es, en: message.en + extent.en), hint: hint(entry),
      at: SourceLocation(file: path))
  }

  /// Who signed as what, with which certificate, and when.
  private func signer(_ entry: SignedReport.Entry) -> LocalizedText {
    guard let certificate = entry.signature?.certificate else {
      return LocalizedText(es: "la firma de «\(entry.role)»", en: "the signature as “\(entry.role)”")
    }
    let rfc = certificate.rfc.map { "RFC \($0), " } ?? ""
    let moment = entry.moment.map(\.description)
    let stamped = (try? entry.signature?.stampedTime()).flatMap { $0 }.flatMap {
      Moment(secondsSince1970: $0, offset: 0)
    }
    let stamp = stamped.map { LocalizedText(es: ", sellada el \($0)", en: ", time-stamped \($0)") }
    return LocalizedText(
      es: "\(certificate.name) (\(rfc)certificado \(certificate.serial)) firmó como «\(entry.role)»"
        + (moment.map { " el \($0)" } ?? "") + (stamp?.es ?? ""),
      en: "\(certificate.name) (\(rfc)certificate \(certificate.serial)) signed as “\(entry.role)”"
        + (moment.map { " at \($0)" } ?? "") + (stamp?.en ?? ""))
  }

  /// What the signature covers.
  private func extent(of entry: SignedReport.Entry, index: Int) -> LocalizedText {
    guard entry.fault == nil else { return LocalizedText(es: "", en: "") }
    let (es, en) =
      switch index {
      case 0: ("", "")
      case 1: (" y la firma anterior", " and the signature before")
      default: (" y las \(index) firmas anteriores", " and the \(index) signatures before")
      }
    let by = entry.isForeign ? ("; la hizo otro programa", "; another program made it") : ("", "")
    return LocalizedText(
      es: "; ampara el informe completo\(es)\(by.0)", en: "; it covers the whole report\(en)\(by.1)")
  }

  private static let unknownIssuer = LocalizedText(
    es: "ninguna autoridad de las indicadas expidió el certificado", en: "no authority named issued the certificate")
  private static let unknownStamp = LocalizedText(
    es: "ninguna autoridad de las indicadas responde por el sello de tiempo",
    en: "no authority named vouches for the time stamp")

  private func hint(_ entry: SignedReport.Entry) -> LocalizedText {
    if [.invalid, .altered].contains(entry.fault) {
      return LocalizedText(
        es: "Pida el informe firmado a quien lo emitió.", en: "Ask whoever issued the report for it.")
    }
    guard let authorityName else {
      return LocalizedText(
        es: "Con --ca ARCHIVO se comprueba quién expidió el certificado; si fue revocado no se comprueba.",
        en: "Use --ca FILE to check who issued the certificate; whether it was revoked is not checked.")
    }
    return LocalizedText(
      es: "La autoridad se comprobó con \(authorityName); si el certificado fue revocado no se comprueba.",
      en: "The authority was checked by \(authorityName); whether the certificate was revoked is not checked.")
  }
}

extension SignatureFault {
  fileprivate var code: DiagnosticCode {
    switch self {
    case .invalid: .signatureInvalid
    case .altered: .signatureAltered
    case .outdated: .signatureOutdated
    case .stamp: .signatureTimeStamp
    }
  }

  fileprivate var words: LocalizedText {
    switch self {
    case .invalid: LocalizedText(es: "la firma no es de este archivo", en: "the signature is not of this file")
    case .altered:
      LocalizedText(
        es: "después de firmar se cambió o se añadió algo", en: "something was changed or added after signing")
    case .outdated:
      LocalizedText(es: "el certificado no era vigente entonces", en: "the certificate was not valid then")
    case .stamp: LocalizedText(es: "el sello de tiempo es de otra firma", en: "the time stamp is of another signature")
    }
  }
}
