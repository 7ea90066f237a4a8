import CZlib

/// What the data of a PNG file unpack to, counted before Cairo reads them: libpng unpacks whatever a file holds behind its
/// last row, and eight megabytes can hold eight thousand.
enum PNGData {
  /// - Parameter bytes: with a whole header.
  /// - Throws: `broken` where the data are many times what the rows of the header take.
  static func check(_ bytes: [UInt8], width: Int, height: Int) throws(ImageFault) {
    guard bytes.count > 25, let samples = samples[bytes[25]] else { throw .broken }
    // A row begins with its filter; the seven pictures of an interlaced one (PNG, 8.2) have less than twice as much.
    let row = (width * samples * Int(bytes[24]) + 7) / 8 + 1
    let largest = 2 * height * row + 1 << 16
    guard isWithin(largest, pieces(of: bytes)) else { throw .broken }
  }

  /// Of a pixel, by colour type (PNG, 11.2.2).
  private static let samples: [UInt8: Int] = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4]

  /// What the data chunks hold, which together are one stream (PNG, 10.1).
  private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let data = place + 8..<min(place + 8 + length, bytes.count)
      if bytes[place + 4..<place + 8].elementsEqual("IDAT".utf8) { pieces.append(bytes[data]) }
      place = data.upperBound + 4
    }
    return pieces
  }

  /// Whether a stream unpacks to no more than that; what is damaged is for libpng to say.
  private static func isWithin(_ largest: Int, _ pieces: [ArraySlice<UInt8>]) -> Bool {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return true }
    defer { inflateEnd(&stream) }
    var (count, code) = (0, Z_OK)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { unpacked in
      for piece in pieces where code == Z_OK {
        piece.withUnsafeBufferPointer { input in
          stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          stream.avail_in = UInt32(clamping: input.count)
          repeat {
            stream.next_out = unpacked.baseAddress
            stream.avail_out = UInt32(unpacked.count)
            code = inflate(&stream, Z_NO_FLUSH)
            count += unpacked.count - Int(stream.avail_out)
          } while code == Z_OK && count <= largest && (stream.avail_in > 0 || stream.avail_out == 0)
          // All of a piece is taken and there is no more to give: the next one may go on.
          if code == Z_BUF_ERROR { code = Z_OK }
        }
        if count > largest { code = Z_DATA_ERROR }
      }
    }
    return count <= largest
  }
}
