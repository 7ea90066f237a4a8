/// What a page's content says of its own marks (ISO 32000-1, 14.6).
struct ContentSurvey {
  /// Marked-content identifiers, in drawing order.
  private(set) var identifiers: [Int] = []

  /// - Throws: when a mark is not closed, is closed twice, or ink stands outside all marks.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    var (depth, place, lineStart) = (0, 0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "(") {
        place = PDFByte.endOfString(bytes, from: place)
        continue
      }
      place += 1
      guard byte == 10 else { continue }
      let line = UnsafeBufferPointer(rebasing: bytes[lineStart..<place - 1])
      lineStart = place
      try add(line, &depth)
    }
    try require(depth == 0, "marked content without end")
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>, _ depth: inout Int) throws(FinishingError) {
    guard let last = line.last else { return }
    switch last {
    case UInt8(ascii: "C") where ContentSurvey.ends(line, "EMC"):
      depth -= 1
      try require(depth >= 0, "marked content ends twice")
    case UInt8(ascii: "C") where ContentSurvey.ends(line, "BDC") || ContentSurvey.ends(line, "BMC"):
      depth += 1
      if let identifier = ContentSurvey.identifier(line) { identifiers.append(identifier) }
    // What shows: text, areas, lines, pictures.
    case UInt8(ascii: "j"), UInt8(ascii: "J"), UInt8(ascii: "f"), UInt8(ascii: "S"), UInt8(ascii: "B"),
      UInt8(ascii: "*"), UInt8(ascii: "o"):
      // `W*` only clips.
      try require(depth > 0 || ContentSurvey.ends(line, "W*"), "ink outside all marked content")
    default: break
    }
  }

  private static func ends(_ line: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard line.count >= count else { return false }
    return (0..<count).allSatisfy { line[line.count - count + $0] == text.utf8Start[$0] }
  }

  private static let key = Array("<</MCID ".utf8)

  private static func identifier(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    // `/TD<</MCID 12>>BDC`: the key follows the first name.
    guard let start = line.firstIndex(of: UInt8(ascii: "<")), start + key.count < line.count,
      line[start..<start + key.count].elementsEqual(key)
    else { return nil }
    var number = 0
    for byte in line[(start + key.count)...] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
