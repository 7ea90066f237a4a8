import CZlib

/// Unpacks zlib data (RFC 1950) piece by piece, so that a small file cannot fill the memory.
enum Inflate {
  /// - Throws: `damagedStream` when the data are cut short or their checksum is wrong, `tooLarge` beyond `limit` bytes.
  static func bytes(_ packed: [UInt8], limit: Int) throws(PDFReadingError) -> [UInt8] {
    var unpacked: [UInt8] = []
    let ending = run(packed[...]) { piece in
      unpacked.append(contentsOf: piece)
      return unpacked.count <= limit
    }
    switch ending {
    case .whole: return unpacked
    case .damaged: throw .damagedStream
    case .stopped: throw .tooLarge
    }
  }

  /// What can be unpacked of the data, whole or not; a little more than `limit` bytes once that is reached.
  static func available(_ packed: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
    var unpacked: [UInt8] = []
    _ = run(packed) { piece in
      unpacked.append(contentsOf: piece)
      return unpacked.count < limit
    }
    return unpacked
  }

  /// How many bytes can be unpacked of the data; a little more than `limit` once that is reached.
  static func count(_ packed: ArraySlice<UInt8>, limit: Int) -> Int {
    var count = 0
    _ = run(packed) { piece in
      count += piece.count
      return count < limit
    }
    return count
  }

  private enum Ending {
    case whole
    case damaged
    case stopped
  }

  /// Hands the unpacked pieces to `take` until it answers no.
  private static func run(
    _ packed: ArraySlice<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Ending {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return .damaged }
    defer { inflateEnd(&stream) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { piece in
      packed.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(clamping: input.count)
        while true {
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          let code = inflate(&stream, Z_NO_FLUSH)
          let count = piece.count - Int(stream.avail_out)
          if count > 0, !take(UnsafeBufferPointer(rebasing: piece[..<count])) { return .stopped }
          if code == Z_STREAM_END { return .whole }
          if code != Z_OK || count == 0 && stream.avail_in == 0 { return .damaged }
        }
      }
    }
  }
}
