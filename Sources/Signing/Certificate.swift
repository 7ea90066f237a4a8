import CCrypto

/// A certificate (ITU-T X.509), whoever issued it; owns libcrypto's object.
public final class Certificate {
  let x509: OpaquePointer

  /// Takes over one reference.
  init(owning x509: OpaquePointer) { self.x509 = x509 }

  deinit { X509_free(x509) }

  /// - Parameter bytes: a file of one certificate, in DER as the tax administration gives them, or PEM.
  public convenience init(_ bytes: [UInt8]) throws(SigningError) {
    try Crypto.require()
    let der = Certificate.blocks(ofPEM: bytes).first ?? bytes
    guard let x509 = Crypto.decoded(der, { d2i_X509(nil, $0, $1) }) else { throw .noCertificate }
    self.init(owning: x509)
  }

  /// All certificates of a file: one in DER, or any number in PEM.
  public static func all(_ bytes: [UInt8]) throws(SigningError) -> [Certificate] {
    let blocks = blocks(ofPEM: bytes)
    guard !blocks.isEmpty else { return [try Certificate(bytes)] }
    var certificates: [Certificate] = []
    for block in blocks { certificates.append(try Certificate(block)) }
    return certificates
  }

  public private(set) lazy var der: [UInt8] = Crypto.encoded { i2d_X509(x509, $0) }

  /// Whose it is, as the certificate says.
  public var name: String { text(NID_commonName) ?? text(NID_organizationName) ?? "" }

  /// The taxpayer's number, which the tax administration puts into 2.5.4.45; a representative's may follow it.
  public var rfc: String? { text(NID_x500UniqueIdentifier) }

  /// The tax administration's numbers are twenty digits, written as letters are; any other in hexadecimal.
  public var serial: String {
    let bytes = Crypto.bytes(of: X509_get0_serialNumber(x509))
    if bytes.count > 1, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  /// In seconds since 1970.
  var validity: ClosedRange<Int> {
    let (first, last) = (
      Crypto.seconds(X509_get0_notBefore(x509)) ?? .max, Crypto.seconds(X509_get0_notAfter(x509)) ?? .min
    )
    return first <= last ? first...last : 0...0
  }

  /// When it begins to be valid, in seconds since 1970.
  public var firstSecond: Int { validity.lowerBound }

  var issuer: [UInt8] { Crypto.encoded { i2d_X509_NAME(X509_get_issuer_name(x509), $0) } }
  var serialNumber: [UInt8] { Crypto.encoded { i2d_ASN1_INTEGER(X509_get0_serialNumber(x509), $0) } }

  /// The first of the subject's entries of a kind.
  private func text(_ kind: Int32) -> String? {
    let subject = X509_get_subject_name(x509)
    let index = X509_NAME_get_index_by_NID(subject, kind, -1)
    guard index >= 0, let entry = X509_NAME_get_entry(subject, index),
      let data = X509_NAME_ENTRY_get_data(entry)
    else { return nil }
    var text: UnsafeMutablePointer<UInt8>?
    let count = ASN1_STRING_to_UTF8(&text, data)
    defer { CRYPTO_free(text, nil, 0) }
    guard count > 0, let text else { return nil }
    let words = String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Refuses what is not meant for signatures of people at that time.
  /// - Parameter time: in seconds since 1970.
  func check(at time: Int) throws(SigningError) {
    // A seal for invoices names the office it is used in; an e.firma names none. Others than the tax administration may
    // name the signer's office.
    if rfc != nil, text(NID_organizationalUnitName) != nil { throw .seal }
    let (usage, allowed) = (X509_get_key_usage(x509), UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION))
    // All bits are set where the certificate does not restrict its use.
    guard usage & allowed != 0 else { throw .notForSigning }
    if time > validity.upperBound { throw .expired(validity.upperBound) }
    if time < validity.lowerBound { throw .notYetValid(validity.lowerBound) }
  }

  /// What stands between the lines that begin and end a certificate (RFC 7468).
  private static func blocks(ofPEM bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.firstRange(of: Array("-----BEGIN ".utf8)) != nil else { return [] }
    var (blocks, current): ([[UInt8]], String?) = ([], nil)
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let line = line.trimmingSuffix(\.isWhitespace)
      if line.hasPrefix("-----BEGIN ") {
        current = line.hasSuffix("CERTIFICATE-----") ? "" : nil
      } else if line.hasPrefix("-----END ") {
        if let current { blocks.append(Base64.bytes(current)) }
        current = nil
      } else {
        current?.append(contentsOf: line)
      }
    }
    return blocks
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isCut: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isCut(last) { text.removeLast() }
    return text
  }
}

/// RFC 4648, 4.
enum Base64 {
  /// What cannot be read ends it; whatever was meant is then no certificate.
  static func bytes(_ text: String) -> [UInt8] {
    var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for character in text.utf8 {
      guard let digit = digit(character) else { break }
      bits = bits << 6 | digit
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return bytes
  }

  private static func digit(_ character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
