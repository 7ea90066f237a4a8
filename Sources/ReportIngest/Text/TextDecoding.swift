import CUTF8Proc
import Glibc
import ReportModel

/// Bytes of a file as text, in whatever encoding offices' programs wrote it.
enum TextDecoding {
  struct Result {
    /// In normalisation form C: an accent typed as a character of its own and one typed with its letter are the same.
    var text: String
    /// What was recognised beyond plain UTF-8.
    var diagnostics: [Diagnostic]
  }

  /// Bytes of the largest text that is read: twenty thousand activities, and still a matter of a second or two.
  static let largest = 12 << 20

  /// - Throws: what kind of file it is instead, or where it is no text, with what to do.
  static func decode(_ bytes: [UInt8], file: String) throws(IngestFailure) -> Result {
    let location = SourceLocation(file: file)
    guard !bytes.isEmpty else { throw IngestFailure(.emptyFile(at: location)) }
    guard bytes.count <= largest else { throw IngestFailure(.tooLargeText(at: location)) }
    if let kind = FileKind(signature: bytes) { throw IngestFailure(.notText(kind.rawValue, at: location)) }
    var (text, encoding) = try decoded(bytes, file)
    var diagnostics: [Diagnostic] = []
    if encoding != .utf8 { diagnostics.append(.encoding(encoding.rawValue, at: location)) }
    if let repair = DoubleEncoding.repaired(text) {
      text = repair.text
      diagnostics.append(.repairedEncoding(repair.example, at: SourceLocation(file: file, row: repair.line)))
    }
    if let line = line(of: "\u{FFFD}", in: text) { throw IngestFailure(.lostCharacters(line: line, file)) }
    guard !text.isBlank else { throw IngestFailure(.emptyFile(at: location)) }
    if let line = markedLine(text) { throw IngestFailure(.tooManyMarks(at: SourceLocation(file: file, row: line))) }
    if let line = controlLine(text) { throw IngestFailure(.binary(line: line, file)) }
    return Result(text: normalized(text), diagnostics: diagnostics)
  }

  private static func decoded(
    _ bytes: [UInt8], _ file: String
  ) throws(IngestFailure) -> (text: String, encoding: TextEncoding) {
    if let order = UTF16Text.byteOrder(of: bytes) { return try utf16(bytes, order, file) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let zero = content.firstIndex(of: 0) { throw IngestFailure(.binary(line: line(of: zero, in: content), file)) }
    if let text = String(validating: content, as: UTF8.self) { return (text, .utf8) }
    if let mixed = mixed(content) { throw IngestFailure(.mixedEncoding(line: mixed.line, count: mixed.count, file)) }
    let reading = SingleByteText.bestReading(of: content)
    guard let encoding = reading else {
      throw IngestFailure(.unknownEncoding(line: line(ofInvalidIn: content), file))
    }
    return (encoding.text(content), encoding)
  }

  private static func utf16(
    _ bytes: [UInt8], _ order: TextEncoding, _ file: String
  ) throws(IngestFailure) -> (text: String, encoding: TextEncoding) {
    guard let text = UTF16Text.text(bytes, order) else {
      throw IngestFailure(.damagedUTF16(at: SourceLocation(file: file)))
    }
    return (text, order)
  }

  private static func line(of wanted: Unicode.Scalar, in text: String) -> Int? {
    guard let index = text.unicodeScalars.firstIndex(of: wanted) else { return nil }
    return text.unicodeScalars[..<index].count { $0 == "\n" } + 1
  }

  private static func line(of offset: Int, in bytes: ArraySlice<UInt8>) -> Int {
    bytes[..<offset].count { $0 == 0x0A } + 1
  }

  /// The first line that is not UTF-8 and how many there are, where more lines are UTF-8 beyond ASCII.
  private static func mixed(_ bytes: ArraySlice<UInt8>) -> (line: Int, count: Int)? {
    var (invalid, first, valid) = (0, 0, 0)
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 < 0x80 }) {
      if String(validating: line, as: UTF8.self) != nil {
        valid += 1
      } else {
        if invalid == 0 { first = index + 1 }
        invalid += 1
      }
    }
    return valid > invalid ? (first, invalid) : nil
  }

  /// The line on which the first byte stands that is not UTF-8.
  private static func line(ofInvalidIn bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  /// The first line with a control character that no text has; escape sequences and the like mean binary data.
  private static func controlLine(_ text: String) -> Int? {
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if scalar.value < 0x09 || (0x0E...0x1F).contains(scalar.value) || scalar.value == 0x7F { return line }
    }
    return nil
  }

  /// Whether a look at single bytes is enough: all below U+0300 stands as it is in form C, and so do the dashes and
  /// quotation marks from U+2010 to U+203F (Unicode's DerivedNormalizationProps, NFC_Quick_Check).
  private static func isNormalized(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0xCC {
        index += 1
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] >= 0x90 {
        index += 3
      } else {
        return false
      }
    }
    return true
  }

  /// The first line on which so many marks follow one letter that no language has them: whoever compares or normalises
  /// such text, the standard library too, puts them in order without end (Unicode, UAX #15, section 13, allows 30).
  static func markedLine(_ text: String) -> Int? {
    guard text.utf8.count > 60, text.utf8.contains(where: { $0 >= 0xCC }) else { return nil }
    var (marks, line) = (0, 1)
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      marks = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered ? marks + 1 : 0
      if marks > 30 { return line }
    }
    return nil
  }

  /// Unicode normalisation form C, through utf8proc. A sheet's text with too many marks stays as it is: its cell is
  /// refused (`Grid.check`).
  static func normalized(_ text: String) -> String {
    let bytes = Array(text.utf8)
    if isNormalized(bytes) || markedLine(text) != nil { return text }
    var result: UnsafeMutablePointer<UInt8>?
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
    let count = utf8proc_map(bytes, bytes.count, &result, options)
    guard count >= 0, let result else { return text }
    defer { free(result) }
    return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
  }
}
