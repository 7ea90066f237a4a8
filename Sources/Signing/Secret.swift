import CCrypto
import Glibc

/// Bytes that nobody else may see, a password or a key file: kept in one place that is never swapped to disk where the
/// system allows it, and wiped at the end.
public final class Secret {
  let buffer: UnsafeMutableRawBufferPointer
  /// How many of the buffer's bytes are used; a zero always follows them, for functions that look for it.
  private(set) var count = 0

  /// - Parameter capacity: the most bytes it can hold.
  public init(capacity: Int) {
    buffer = .allocate(byteCount: capacity + 1, alignment: 16)
    _ = buffer.initializeMemory(as: UInt8.self, repeating: 0)
    mlock(buffer.baseAddress, buffer.count)
  }

  /// Takes the bytes over; whoever had them must forget them.
  public convenience init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count)
    for byte in bytes { append(byte) }
  }

  deinit {
    wipe()
    munlock(buffer.baseAddress, buffer.count)
    buffer.deallocate()
  }

  /// False where it is full.
  @discardableResult public func append(_ byte: UInt8) -> Bool {
    guard count + 1 < buffer.count else { return false }
    buffer[count] = byte
    count += 1
    return true
  }

  /// Takes the last byte back.
  public func removeLast() {
    guard count > 0 else { return }
    count -= 1
    buffer[count] = 0
  }

  public var last: UInt8? { count > 0 ? buffer[count - 1] : nil }
  public var isEmpty: Bool { count == 0 }

  private func wipe() {
    // The library may be missing; then the bytes were never used, and are wiped by a call that is not left out either.
    guard let start = buffer.baseAddress else { return }
    if crypto_is_installed() { OPENSSL_cleanse(start, buffer.count) } else { explicit_bzero(start, buffer.count) }
  }

  var text: UnsafePointer<CChar>? { UnsafePointer(buffer.baseAddress?.assumingMemoryBound(to: CChar.self)) }

  /// The same letters in ISO 8859-1, in which older programs of the tax administration took passwords; nil where that is
  /// the same or impossible.
  var latin1: Secret? {
    let latin = Secret(capacity: count)
    var index = 0
    while index < count {
      let byte = buffer[index]
      if byte < 0x80 {
        latin.append(byte)
        index += 1
      } else if byte == 0xC2 || byte == 0xC3, index + 1 < count, buffer[index + 1] & 0xC0 == 0x80 {
        latin.append(byte << 6 | buffer[index + 1] & 0x3F)
        index += 2
      } else {
        return nil
      }
    }
    return latin.count == count ? nil : latin
  }
}
