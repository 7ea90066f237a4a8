import SystemLibraries

/// A signature as a CMS message of one signer, its content left out (RFC 5652, 5), as PAdES wants it
/// (ETSI EN 319 142-1, 6.3): the attributes that are signed are the content's type, its digest, and which certificates
/// were used (RFC 5035); the time stands in the PDF.
///
/// Every byte follows from the certificates, the content, the signature's value and the time stamp, so that a message
/// can be made again and compared: nothing in it can be changed unseen. Certificates are named by their digests among
/// what is signed, the chain's too.
struct SignatureMessage {
  let certificates: [[UInt8]]
  private let issuer: [UInt8]
  private let serialNumber: [UInt8]
  private let contentDigest: [UInt8]
  private let algorithm: [UInt8]
  var signature: [UInt8] = []
  /// The time stamp of the signature's value (RFC 3161); nil where it has none.
  var token: [UInt8]?

  init(certificate: Certificate, chain: [Certificate], content: [UInt8], algorithm: [UInt8]) {
    certificates = [certificate.der] + chain.map(\.der)
    issuer = certificate.issuer
    serialNumber = certificate.serialNumber
    contentDigest = Digest.sha256(content).bytes
    self.algorithm = algorithm
  }

  private var attributes: [[UInt8]] {
    // The digest's algorithm is left out where it is SHA-256 (RFC 5035, 4).
    let used = certificates.map { DER.sequence(DER.octets(Digest.sha256($0).bytes)) }
    return [
      DER.sequence(Identifier.contentType, DER.set([Identifier.data])),
      DER.sequence(Identifier.messageDigest, DER.set([DER.octets(contentDigest)])),
      DER.sequence(
        Identifier.signingCertificateV2, DER.set([DER.sequence(DER.value(0x30, used.flatMap(\.self)))])),
    ]
  }

  /// What is signed: the attributes as a set, whatever they are tagged as in the message (RFC 5652, 5.4).
  var signedAttributes: [UInt8] { DER.set(attributes) }

  /// The whole message.
  var der: [UInt8] {
    let digest = DER.sequence(Identifier.sha256)
    let stamp = token.map {
      DER.set([DER.sequence(Identifier.timeStampToken, DER.set([$0]))], tag: 0xA1)
    }
    let signer = DER.sequence(
      DER.integer(1), DER.sequence(issuer, serialNumber), digest, DER.set(attributes, tag: 0xA0), algorithm,
      DER.octets(signature), stamp ?? [])
    let signed = DER.sequence(
      DER.integer(1), DER.set([digest]), DER.sequence(Identifier.data), DER.set(certificates, tag: 0xA0),
      DER.set([signer]))
    return DER.sequence(Identifier.signedData, DER.tagged(0, signed))
  }
}
