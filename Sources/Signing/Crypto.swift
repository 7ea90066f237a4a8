import CCrypto
import Glibc

/// What is asked of libcrypto in several places.
enum Crypto {
  /// Loads what the library keeps apart: old PKCS#12 files are encrypted by RC2 (`legacy`). Loading one provider by hand
  /// switches off the one that is there of itself, so that both are named.
  private static let isReady: Bool = {
    guard crypto_is_installed() else { return false }
    let isLoaded = OSSL_PROVIDER_load(nil, "default") != nil
    // Without it only such old files cannot be opened.
    _ = OSSL_PROVIDER_load(nil, "legacy")
    ERR_clear_error()
    return isLoaded
  }()

  static func require() throws(SigningError) {
    guard isReady else { throw .noLibrary }
  }

  /// What one of the library's encoders writes.
  static func encoded(_ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32) -> [UInt8] {
    let count = Int(encode(nil))
    guard count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      var place = buffer.baseAddress
      written = max(0, Int(encode(&place)))
    }
  }

  /// What one of the library's decoders reads.
  static func decoded<Result>(
    _ bytes: some Sequence<UInt8>, _ decode: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> Result
  ) -> Result {
    let bytes = Array(bytes)
    return bytes.withUnsafeBufferPointer { buffer in
      var place = buffer.baseAddress
      defer { ERR_clear_error() }
      return decode(&place, buffer.count)
    }
  }

  static func bytes(of string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
    guard let string, let start = ASN1_STRING_get0_data(string) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(string))))
  }

  /// Seconds since 1970; nil for what is no time.
  static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int? {
    var parts = tm()
    guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
    return timegm(&parts)
  }

  /// Everything that a stream of the library still holds.
  static func all(of bio: OpaquePointer, limit: Int) -> [UInt8] {
    var (bytes, buffer): ([UInt8], [UInt8]) = ([], Array(repeating: 0, count: 4096))
    while bytes.count < limit {
      let count = BIO_read(bio, &buffer, Int32(buffer.count))
      guard count > 0 else { break }
      bytes += buffer.prefix(Int(count))
    }
    return bytes
  }
}
