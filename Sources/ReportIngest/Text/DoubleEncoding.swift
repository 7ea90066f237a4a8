/// Text that was written as UTF-8 and read as another encoding once too often: `AcciÃ³n` for `Acción`.
enum DoubleEncoding {
  struct Repair {
    var text: String
    /// A word that was repaired, as it is now, and the line of the first one.
    var example: String
    var line: Int
  }

  /// Line by line: a line is repaired if all its characters beyond ASCII are together UTF-8 when written back in the
  /// encoding. nil when no line is.
  static func repaired(_ text: String) -> Repair? {
    guard text.unicodeScalars.contains(where: { $0 == "Ã" || $0 == "Â" || $0 == "√" || $0 == "┬" || $0 == "├" }) else {
      return nil
    }
    var repair: Repair?
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let better = repaired(line: line) else { continue }
      lines[index] = better[...]
      if repair == nil { repair = Repair(text: "", example: example(better), line: index + 1) }
    }
    repair?.text = lines.map { String($0) }.joined(separator: "\n")
    return repair
  }

  private static func repaired(line: Substring.UnicodeScalarView) -> String.UnicodeScalarView? {
    guard line.contains(where: { $0.value >= 0x80 }) else { return nil }
    for bytesOf in byteTables {
      var bytes: [UInt8] = []
      let isComplete = line.allSatisfy { scalar in
        guard let byte = scalar.value < 0x80 ? UInt8(scalar.value) : bytesOf[scalar] else { return false }
        bytes.append(byte)
        return true
      }
      if isComplete, let text = String(validating: bytes, as: UTF8.self) { return text.unicodeScalars }
    }
    return nil
  }

  private static func example(_ line: String.UnicodeScalarView) -> String {
    let words = line.split { $0.properties.isWhitespace }
    return words.first { $0.contains { $0.value >= 0x80 } }.map { String($0.prefix(40)) } ?? ""
  }

  /// ISO 8859-1 leaves control characters where Windows-1252 has letters; either may have been the wrong reading.
  private static let byteTables: [[Unicode.Scalar: UInt8]] = TextEncoding.singleByte.map { encoding in
    let controls = (UInt8(0x80)...0x9F).map { (Unicode.Scalar($0), $0) }
    return Dictionary(
      encoding.upperHalf.enumerated().map { ($0.element, UInt8($0.offset + 0x80)) } + controls,
      uniquingKeysWith: { a, _ in a })
  }
}
