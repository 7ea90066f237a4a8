/// What a JPEG file says of itself before its data (ITU T.81, annex B; orientation: Exif 2.3, 4.6.4).
struct JPEGHeader {
  private(set) var width = 0
  private(set) var height = 0
  private(set) var components = 0
  private(set) var bits = 0
  /// 1 stands upright.
  private(set) var orientation = 1

  /// A progressive picture comes in some ten scans; each is a walk over all of it (ITU T.81, G.1).
  private static let mostScans = 100

  init(_ bytes: [UInt8]) throws(ImageFault) {
    // Within a scan's data the marker's first byte never stands before any other but zero.
    let scans = bytes.indices.dropLast().count { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xDA }
    guard scans <= JPEGHeader.mostScans else { throw .tooManyScans }
    var place = 2
    while components == 0 {
      guard place + 4 <= bytes.count, bytes[place] == 0xFF else { throw .broken }
      let marker = bytes[place + 1]
      if marker == 0xFF {
        place += 1
        continue
      }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      guard length >= 2, place + 2 + length <= bytes.count else { throw .broken }
      try read(marker, bytes[place + 4..<place + 2 + length])
      place += 2 + length
    }
  }

  private mutating func read(_ marker: UInt8, _ segment: ArraySlice<UInt8>) throws(ImageFault) {
    let start = segment.startIndex
    switch marker {
    // Sequential or progressive, Huffman coded: what PDF takes (ISO 32000-1, 7.4.8).
    case 0xC0...0xC2:
      guard segment.count >= 6 else { throw .broken }
      bits = Int(segment[start])
      height = Int(segment[start + 1]) << 8 | Int(segment[start + 2])
      width = Int(segment[start + 3]) << 8 | Int(segment[start + 4])
      components = Int(segment[start + 5])
      if components == 0 { throw .broken }
    case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .notRGB
    case 0xE1 where segment.starts(with: "Exif\0\0".utf8): orientation = JPEGHeader.orientation(segment.dropFirst(6))
    case 0xD9, 0xDA: throw .broken
    default: break
    }
  }

  /// The value of tag 0x0112 in the first directory of a TIFF header; 1 where there is none.
  private static func orientation(_ tiff: ArraySlice<UInt8>) -> Int {
    let isLittle = tiff.first == UInt8(ascii: "I")
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= tiff.count else { return nil }
      let bytes = tiff[tiff.startIndex + offset..<tiff.startIndex + offset + count]
      return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let entries = number(directory, 2) else { return 1 }
    for entry in 0..<entries where number(directory + 2 + entry * 12, 2) == 0x0112 {
      return number(directory + 2 + entry * 12 + 8, 2) ?? 1
    }
    return 1
  }
}
