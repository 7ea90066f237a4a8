import CCrypto

/// A certificate with its key: who signs. The key is in libcrypto's memory only, which wipes it when it is given up.
public final class Identity {
  public let certificate: Certificate
  /// The certificates above it, as far as they came with it.
  let chain: [Certificate]
  private let key: OpaquePointer

  private init(_ certificate: Certificate, key: OpaquePointer, chain: [Certificate]) throws(SigningError) {
    self.certificate = certificate
    self.chain = chain
    self.key = key
    guard X509_check_private_key(certificate.x509, key) == 1 else {
      ERR_clear_error()
      throw .keyDoesNotFit
    }
    guard signatureAlgorithm != nil else { throw .unsupportedKey }
  }

  deinit { EVP_PKEY_free(key) }

  /// An e.firma.
  /// - Parameters:
  ///   - certificate: the `.cer` file.
  ///   - key: the `.key` file, encrypted PKCS#8 (RFC 5958, 3) in DER.
  public convenience init(
    certificate: [UInt8], key: [UInt8], password: borrowing Secret
  ) throws(SigningError) {
    let certificate = try Certificate(certificate)
    guard DER.extent(of: key) == key.count, let encrypted = Crypto.decoded(key, { d2i_X509_SIG(nil, $0, $1) }) else {
      throw .noKey
    }
    defer { X509_SIG_free(encrypted) }
    guard let plain = Identity.decrypted(encrypted, password) else { throw .wrongPassword }
    defer { PKCS8_PRIV_KEY_INFO_free(plain) }
    guard let key = EVP_PKCS82PKEY(plain) else {
      ERR_clear_error()
      // A wrong password may by chance give bytes that look whole.
      throw .wrongPassword
    }
    try self.init(certificate, key: key, chain: [])
  }

  private static func decrypted(_ key: OpaquePointer, _ password: borrowing Secret) -> OpaquePointer? {
    defer { ERR_clear_error() }
    if let plain = PKCS8_decrypt(key, password.text, Int32(password.count)) { return plain }
    guard let latin = password.latin1 else { return nil }
    return PKCS8_decrypt(key, latin.text, Int32(latin.count))
  }

  /// - Parameter pkcs12: a `.p12` or `.pfx` file (RFC 7292).
  public convenience init(pkcs12: [UInt8], password: borrowing Secret) throws(SigningError) {
    try Crypto.require()
    guard let file = Crypto.decoded(pkcs12, { d2i_PKCS12(nil, $0, $1) }) else { throw .noIdentity }
    defer {
      PKCS12_free(file)
      ERR_clear_error()
    }
    guard PKCS12_verify_mac(file, password.text, Int32(password.count)) == 1 else { throw .wrongPassword }
    var (key, certificate, others): (OpaquePointer?, OpaquePointer?, OpaquePointer?) = (nil, nil, nil)
    let isParsed = PKCS12_parse(file, password.text, &key, &certificate, &others) == 1
    let chain = CertificateStack.takeAll(others)
    let own = certificate.map(Certificate.init(owning:))
    guard isParsed, let own, let key else {
      EVP_PKEY_free(key)
      throw .noIdentity
    }
    try self.init(own, key: key, chain: chain)
  }

  /// With its parameters, for the message (RFC 5754, 3; RFC 5753, 2.1.1).
  private var signatureAlgorithm: [UInt8]? { SignatureAlgorithm(EVP_PKEY_get_base_id(key))?.der }

  /// Refuses a certificate that must not sign at that time.
  /// - Parameter time: in seconds since 1970.
  public func check(at time: Int) throws(SigningError) { try certificate.check(at: time) }

  /// Signs the content (PAdES B-B, ETSI EN 319 142-1, 6.3), and with an authority has the signature's time stamped (B-T).
  /// - Returns: a CMS message (RFC 5652) without the content.
  public func signature(of content: [UInt8], stampedBy authority: TimeStampAuthority? = nil) throws(SigningError)
    -> [UInt8]
  {
    var message = SignatureMessage(
      certificate: certificate, chain: chain, content: content, algorithm: signatureAlgorithm ?? [])
    message.signature = try signed(message.signedAttributes)
    if let authority { message.token = try authority.token(for: message.signature) }
    return message.der
  }

  private func signed(_ bytes: [UInt8]) throws(SigningError) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var count = 0
    guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
      EVP_DigestSign(context, nil, &count, bytes, bytes.count) == 1
    else { throw .broken("EVP_DigestSignInit") }
    var signature = [UInt8](repeating: 0, count: count)
    guard EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1 else {
      throw .broken("EVP_DigestSign")
    }
    return Array(signature.prefix(count))
  }
}

/// How keys of a kind sign.
enum SignatureAlgorithm {
  case rsa
  case ellipticCurve

  /// - Parameter kind: libcrypto's number for the key's kind.
  init?(_ kind: Int32) {
    switch kind {
    case EVP_PKEY_RSA: self = .rsa
    case EVP_PKEY_EC: self = .ellipticCurve
    default: return nil
    }
  }

  var der: [UInt8] {
    switch self {
    case .rsa: DER.sequence(Identifier.rsaWithSHA256, DER.null)
    case .ellipticCurve: DER.sequence(Identifier.ecdsaWithSHA256)
    }
  }
}

/// libcrypto's lists of certificates.
enum CertificateStack {
  /// Takes over the list and what is in it.
  static func takeAll(_ stack: OpaquePointer?) -> [Certificate] {
    guard let stack else { return [] }
    defer { OPENSSL_sk_free(stack) }
    return (0..<OPENSSL_sk_num(stack)).compactMap { index in
      OPENSSL_sk_value(stack, index).map { Certificate(owning: OpaquePointer($0)) }
    }
  }
}
