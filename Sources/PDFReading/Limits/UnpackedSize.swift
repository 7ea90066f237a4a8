/// Makes sure that a file does not unpack to more than any report holds, before libqpdf unpacks it: libqpdf 11 knows no
/// limits, and a few kilobytes can unpack to gigabytes.
enum UnpackedSize {
  /// Of a file's streams together, each as often as it is asked for: some ten times what a report of that size takes.
  static func largest(of bytes: [UInt8]) -> Int { 64 << 20 + 64 * bytes.count }

  /// Looks at everything that follows the word `stream`, which is where libqpdf looks for data even in damaged files.
  static func check(_ bytes: [UInt8], limit: Int) throws(PDFReadingError) {
    var total = 0
    var place = 0
    while let start = next(in: bytes, from: place) {
      place = start
      total += size(bytes[start...], limit)
      guard total < limit else { throw .tooLarge }
    }
  }

  /// What the data unpack to, and what that unpacks to in turn: filters can be stacked.
  private static func size(_ data: ArraySlice<UInt8>, _ limit: Int, stacked: Int = 0) -> Int {
    guard isPacked(data), stacked < 8 else { return 0 }
    // Kept only where it is packed again: nothing here says how often that may be.
    guard isPacked(Inflate.available(data, limit: 3)[...]) else { return Inflate.count(data, limit: limit) }
    let unpacked = Inflate.available(data, limit: min(limit, mostKept))
    return unpacked.count + size(unpacked[...], limit, stacked: stacked + 1)
  }

  private static let mostKept = 32 << 20

  /// Whether the data begin as zlib's do (RFC 1950, 2.2).
  private static func isPacked(_ data: ArraySlice<UInt8>) -> Bool {
    guard data.count > 2 else { return false }
    let (method, flags) = (Int(data[data.startIndex]), Int(data[data.startIndex + 1]))
    return method & 0x0F == 8 && (method << 8 | flags) % 31 == 0
  }

  private static let word = Array("stream".utf8)

  /// Where the data behind the next word `stream` begin.
  private static func next(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + word.count < bytes.count {
      guard bytes[place] == word[0], bytes[place..<(place + word.count)].elementsEqual(word) else {
        place += 1
        continue
      }
      place += word.count
      while place < bytes.count, [0x0D, 0x0A, 0x20, 0x09].contains(bytes[place]) { place += 1 }
      return place
    }
    return nil
  }
}
