import CCrypto
import SystemLibraries

/// A signature found in a file, whoever made it; owns libcrypto's object.
public final class FoundSignature {
  private let message: OpaquePointer
  private let der: [UInt8]
  /// The certificates it carries, the signer's among them.
  private let carried: [Certificate]
  public let certificate: Certificate

  /// - Parameter bytes: begin with a CMS message; zeros may follow, as PDF files fill up their room.
  /// - Throws: for what is no message of one signer with the signer's certificate.
  public init(_ bytes: [UInt8]) throws(SigningError) {
    try Crypto.require()
    guard let extent = DER.extent(of: bytes), bytes[extent...].allSatisfy({ $0 == 0 }),
      let message = Crypto.decoded(bytes[..<extent], { d2i_CMS_ContentInfo(nil, $0, $1) })
    else { throw .broken("no CMS message") }
    let carried = CertificateStack.takeAll(CMS_get1_certs(message))
    let signers = FoundSignature.signerInfos(message)
    let named = signers.count == 1 ? FoundSignature.named(signers[0], carried) : nil
    guard let named else {
      CMS_ContentInfo_free(message)
      ERR_clear_error()
      throw .broken("no message of one signer")
    }
    self.message = message
    der = Array(bytes[..<extent])
    self.carried = carried
    certificate = named
  }

  deinit { CMS_ContentInfo_free(message) }

  private static func signerInfos(_ message: OpaquePointer) -> [OpaquePointer] {
    guard let stack = CMS_get0_SignerInfos(message) else { return [] }
    return (0..<OPENSSL_sk_num(stack)).compactMap { OPENSSL_sk_value(stack, $0).map { OpaquePointer($0) } }
  }

  /// The carried certificate that the signer is named by, and which, where the signed attributes tell the certificate
  /// (RFC 5035, 3), is that one. Old signatures do not tell.
  private static func named(_ signer: OpaquePointer, _ carried: [Certificate]) -> Certificate? {
    let found = carried.first { CMS_SignerInfo_cert_cmp(signer, $0.x509) == 0 }
    guard let found, let told = attribute(signer, NID_id_smime_aa_signingCertificateV2, isSigned: true) else {
      return found
    }
    return told.firstRange(of: DER.octets(Digest.sha256(found.der).bytes)) == nil ? nil : found
  }

  private static func attribute(_ signer: OpaquePointer, _ kind: Int32, isSigned: Bool) -> [UInt8]? {
    let index =
      isSigned ? CMS_signed_get_attr_by_NID(signer, kind, -1) : CMS_unsigned_get_attr_by_NID(signer, kind, -1)
    guard index >= 0 else { return nil }
    let attribute = isSigned ? CMS_signed_get_attr(signer, index) : CMS_unsigned_get_attr(signer, index)
    guard let value = X509_ATTRIBUTE_get0_type(attribute, 0) else { return nil }
    return Crypto.encoded { i2d_ASN1_TYPE(value, $0) }
  }

  private var signer: OpaquePointer? { FoundSignature.signerInfos(message).first }

  private var value: [UInt8] { signer.map { Crypto.bytes(of: CMS_SignerInfo_get0_signature($0)) } ?? [] }

  private var token: [UInt8]? {
    signer.flatMap { FoundSignature.attribute($0, NID_id_smime_aa_timeStampToken, isSigned: false) }
  }

  /// Whether the content is what was signed, by the key of the certificate the signature names.
  public func isValid(for content: [UInt8]) -> Bool {
    content.withUnsafeBytes { buffer in
      guard let bio = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else { return false }
      defer {
        BIO_free(bio)
        ERR_clear_error()
      }
      // Who issued the certificate is asked apart.
      let flags = UInt32(CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY)
      guard CMS_verify(message, nil, nil, bio, nil, flags) == 1, let signers = CMS_get0_signers(message) else {
        return false
      }
      defer { OPENSSL_sk_free(signers) }
      let used = OPENSSL_sk_value(signers, 0).map { x509 in Crypto.encoded { i2d_X509(OpaquePointer(x509), $0) } }
      return used == certificate.der
    }
  }

  /// Whether every byte is what this program writes for such a signature.
  public func isOurs(for content: [UInt8]) -> Bool {
    let chain = carried.filter { $0.der != certificate.der }
    guard let chain = ordered(chain) else { return false }
    return [SignatureAlgorithm.rsa, .ellipticCurve].contains { algorithm in
      var message = SignatureMessage(
        certificate: certificate, chain: chain, content: content, algorithm: algorithm.der)
      message.signature = value
      message.token = token
      return message.der == der
    }
  }

  /// The chain in the order in which the signed attributes name it, since in the message certificates are sorted; nil
  /// where they do not name all.
  private func ordered(_ chain: [Certificate]) -> [Certificate]? {
    guard let signer,
      let told = FoundSignature.attribute(signer, NID_id_smime_aa_signingCertificateV2, isSigned: true)
    else { return nil }
    let places = chain.compactMap { certificate in
      told.firstRange(of: DER.octets(Digest.sha256(certificate.der).bytes)).map { ($0.lowerBound, certificate) }
    }
    return places.count == chain.count ? places.sorted { $0.0 < $1.0 }.map(\.1) : nil
  }

  /// When an authority stamped the signature, in seconds since 1970; nil without a stamp.
  /// - Throws: when there is a stamp, but it is not of this signature.
  public func stampedTime() throws(SigningError) -> Int? {
    guard let token else { return nil }
    return try TimeStamp(token, of: value).time
  }

  /// Whether the certificate was valid at that time.
  public func isCertificateValid(at time: Int) -> Bool { certificate.validity.contains(time) }

  /// Whether the certificate comes from one of these authorities.
  /// - Parameter time: at which all must be valid, in seconds since 1970.
  public func isIssued(by authorities: [Certificate], at time: Int) -> Bool {
    certificate.isIssued(by: authorities, through: carried, at: time, for: X509_PURPOSE_ANY)
  }

  /// Whether the authority of the time stamp comes from one of these, for stamping; nil without a stamp.
  public func isStampIssued(by authorities: [Certificate]) -> Bool? {
    guard let token else { return nil }
    guard let stamp = try? TimeStamp(token, of: value), let signer = stamp.signer else { return false }
    return signer.isIssued(by: authorities, through: stamp.carried, at: stamp.time, for: X509_PURPOSE_TIMESTAMP_SIGN)
  }
}

extension Certificate {
  /// Whether it comes from one of these authorities, over the certificates carried beside it.
  /// - Parameters:
  ///   - time: at which all must be valid, in seconds since 1970.
  ///   - purpose: what it must be meant for, as libcrypto numbers it.
  fileprivate func isIssued(
    by authorities: [Certificate], through carried: [Certificate], at time: Int, for purpose: Int32
  ) -> Bool {
    let (store, context, untrusted) = (X509_STORE_new(), X509_STORE_CTX_new(), OPENSSL_sk_new_null())
    defer {
      X509_STORE_CTX_free(context)
      X509_STORE_free(store)
      OPENSSL_sk_free(untrusted)
      ERR_clear_error()
    }
    for authority in authorities { X509_STORE_add_cert(store, authority.x509) }
    for certificate in carried { OPENSSL_sk_push(untrusted, UnsafeRawPointer(certificate.x509)) }
    guard let context, X509_STORE_CTX_init(context, store, x509, untrusted) == 1 else { return false }
    let parameters = X509_STORE_CTX_get0_param(context)
    X509_VERIFY_PARAM_set_time(parameters, time)
    // The authority named may itself be under another that is not.
    X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
    X509_VERIFY_PARAM_set_purpose(parameters, purpose)
    return X509_verify_cert(context) == 1
  }
}
