import CNettle

/// A checksum of bytes.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  public let bytes: [UInt8]

  /// SHA-256 (FIPS 180-4): proves that data are the same.
  public static func sha256(_ data: [UInt8]) -> Digest { Digest(data, count: Int(SHA256_DIGEST_SIZE), informe_sha256) }

  /// MD5 (RFC 1321): what PDF stores of an attached file (ISO 32000-1, table 46). Finds accidents, proves nothing.
  public static func md5(_ data: [UInt8]) -> Digest { Digest(data, count: Int(MD5_DIGEST_SIZE), informe_md5) }

  private init(
    _ data: [UInt8], count: Int, _ function: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?) -> Void
  ) {
    bytes = [UInt8](unsafeUninitializedCapacity: count) { digest, initialized in
      function(data, data.count, digest.baseAddress)
      initialized = count
    }
  }

  /// Small hexadecimal digits.
  public var description: String { bytes.map(Digest.hexadecimal).joined() }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
