import CCrypto
import Glibc
import SystemLibraries

/// Who says when something was signed (RFC 3161), over plain HTTP: what it says is signed itself.
public struct TimeStampAuthority: Sendable {
  private let host: String
  private let port: String
  private let path: String

  /// Longest answer and longest wait, in bytes and seconds.
  private static let (largest, patience) = (1 << 16, Int32(30))

  /// - Parameter address: `http://host[:port][/path]`; nil for any other.
  public init?(address: String) {
    guard address.hasPrefix("http://"), !address.utf8.contains(where: { $0 <= 32 || $0 > 126 }) else { return nil }
    let rest = address.dropFirst("http://".count)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let place = rest[..<slash].split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(place.count), let host = place.first, !host.isEmpty, !host.contains("@") else { return nil }
    self.host = String(host)
    port = place.count == 2 ? String(place[1]) : "80"
    path = slash == rest.endIndex ? "/" : String(rest[slash...])
    guard let number = Int(port), (1...65535).contains(number) else { return nil }
  }

  /// The stamp of a signature's value.
  func token(for signature: [UInt8]) throws(SigningError) -> [UInt8] {
    var nonce = [UInt8](repeating: 0, count: 8)
    guard RAND_bytes(&nonce, Int32(nonce.count)) == 1 else { throw .broken("RAND_bytes") }
    let imprint = DER.sequence(
      DER.sequence(Identifier.sha256, DER.null), DER.octets(Digest.sha256(signature).bytes))
    let request = DER.sequence(DER.integer(1), imprint, DER.integer(nonce), DER.yes)
    let token = try TimeStampAuthority.token(in: try answer(to: request))
    let stamp = try TimeStamp(token, of: signature)
    guard stamp.nonce == DER.integer(nonce) else { throw .wrongTimeStamp }
    return token
  }

  /// Whether anybody listens there. libcrypto tries again and again where a connection is refused, far beyond the wait it
  /// is given.
  private var isListening: Bool {
    var (hints, found): (addrinfo, UnsafeMutablePointer<addrinfo>?) = (addrinfo(), nil)
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    guard getaddrinfo(host, port, &hints, &found) == 0 else { return false }
    defer { freeaddrinfo(found) }
    var wait = timeval(tv_sec: Int(TimeStampAuthority.patience), tv_usec: 0)
    var next = found
    while let address = next?.pointee {
      let socket = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
      defer { close(socket) }
      setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
      if socket >= 0, connect(socket, address.ai_addr, address.ai_addrlen) == 0 { return true }
      next = address.ai_next
    }
    return false
  }

  private func answer(to request: [UInt8]) throws(SigningError) -> [UInt8] {
    guard isListening else { throw .noTimeStamp }
    defer { ERR_clear_error() }
    let answer: [UInt8]? = request.withUnsafeBytes { buffer in
      guard let body = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else { return nil }
      defer { BIO_free(body) }
      let found = OSSL_HTTP_transfer(
        nil, host, port, path, 0, nil, nil, nil, nil, nil, nil, 0, nil, "application/timestamp-query", body,
        "application/timestamp-reply", 1, TimeStampAuthority.largest, TimeStampAuthority.patience, 0)
      guard let found else { return nil }
      defer { BIO_free(found) }
      return Crypto.all(of: found, limit: TimeStampAuthority.largest)
    }
    guard let answer else { throw .noTimeStamp }
    return answer
  }

  private static func token(in answer: [UInt8]) throws(SigningError) -> [UInt8] {
    guard let response = Crypto.decoded(answer, { d2i_TS_RESP(nil, $0, $1) }) else { throw .wrongTimeStamp }
    defer { TS_RESP_free(response) }
    // A request that was refused has none.
    guard let token = TS_RESP_get_token(response) else { throw .wrongTimeStamp }
    return Crypto.encoded { i2d_PKCS7(token, $0) }
  }
}

/// What an authority said of a signature.
struct TimeStamp {
  /// In seconds since 1970.
  let time: Int
  /// As the request wrote it.
  let nonce: [UInt8]
  /// The certificates the token carries.
  let carried: [Certificate]
  /// The one whose key signed the token; nil where none of those carried did.
  let signer: Certificate?

  /// - Throws: when the token is not of this signature, or not signed by the certificate it carries.
  init(_ token: [UInt8], of signature: [UInt8]) throws(SigningError) {
    guard let signers = TimeStamp.signers(token), let message = Crypto.decoded(token, { d2i_PKCS7(nil, $0, $1) }) else {
      throw .wrongTimeStamp
    }
    defer { PKCS7_free(message) }
    (carried, signer) = signers
    guard let information = PKCS7_to_TS_TST_INFO(message) else { throw .wrongTimeStamp }
    defer { TS_TST_INFO_free(information) }
    let imprint = Crypto.bytes(of: TS_MSG_IMPRINT_get_msg(TS_TST_INFO_get_msg_imprint(information)))
    guard imprint == Digest.sha256(signature).bytes, let time = Crypto.seconds(TS_TST_INFO_get_time(information))
    else { throw .wrongTimeStamp }
    self.time = time
    nonce = TS_TST_INFO_get_nonce(information).map { number in Crypto.encoded { i2d_ASN1_INTEGER(number, $0) } } ?? []
  }

  /// The certificates of a token that is signed as it says, and its signer's; nil where it is not.
  private static func signers(_ token: [UInt8]) -> (carried: [Certificate], signer: Certificate?)? {
    guard let message = Crypto.decoded(token, { d2i_CMS_ContentInfo(nil, $0, $1) }) else { return nil }
    defer {
      CMS_ContentInfo_free(message)
      ERR_clear_error()
    }
    // Who issued the certificate is asked apart.
    let flags = UInt32(CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY)
    guard CMS_verify(message, nil, nil, nil, nil, flags) == 1, let used = CMS_get0_signers(message) else { return nil }
    defer { OPENSSL_sk_free(used) }
    let carried = CertificateStack.takeAll(CMS_get1_certs(message))
    let der = OPENSSL_sk_value(used, 0).map { x509 in Crypto.encoded { i2d_X509(OpaquePointer(x509), $0) } }
    return (carried, carried.first { $0.der == der })
  }
}
