/// A form as browsers send it with files, `multipart/form-data` (RFC 7578), whole in memory.
///
/// It is the one form both the page's script and a page without scripts can send with files in it. Nothing is guessed: what is
/// not just as browsers write it is refused, and there are no more parts than a form has.
struct MultipartForm {
  struct Part {
    let name: String
    /// nil for a field that is no file.
    let fileName: String?
    let bytes: ArraySlice<UInt8>

    /// nil where it is no text.
    var text: String? { String(validating: bytes, as: UTF8.self) }
  }

  /// The form is not as it should be.
  struct Malformed: Error {}

  static let mostParts = 100
  /// Bytes of what stands before a part.
  static let longestHead = 2048

  let parts: [Part]

  /// - Parameter contentType: of the request, which names what stands between the parts.
  init(_ bytes: [UInt8], contentType: String?) throws(Malformed) {
    guard let contentType, let boundary = MultipartForm.boundary(of: contentType) else { throw Malformed() }
    // A line break belongs to the boundary after it (RFC 2046, 5.1.1); the first has none before it.
    let (first, other) = (Array("--\(boundary)".utf8), Array("\r\n--\(boundary)".utf8))
    guard bytes.starts(with: first) else { throw Malformed() }
    var rest = bytes[first.count...]
    var parts: [Part] = []
    while !rest.starts(with: Array("--".utf8)) {
      guard parts.count < MultipartForm.mostParts, rest.starts(with: MultipartForm.lineBreak) else { throw Malformed() }
      rest = rest.dropFirst(2)
      guard let end = rest.firstOffset(of: other) else { throw Malformed() }
      parts.append(try MultipartForm.part(rest[..<end]))
      rest = rest[(end + other.count)...]
    }
    self.parts = parts
  }

  private static let lineBreak = Array("\r\n".utf8)

  private static func boundary(of contentType: String) -> String? {
    let words = contentType.split(separator: ";", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "multipart/form-data",
      let value = parameters(String(words[1]))?["boundary"]
    else { return nil }
    // Of RFC 2046's characters those that browsers and curl use; up to 70.
    let isPlain = value.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D
    }
    return isPlain && (1...70).contains(value.utf8.count) ? value : nil
  }

  private static func part(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> Part {
    let headEnd = Array("\r\n\r\n".utf8)
    guard let end = bytes.prefix(longestHead).firstOffset(of: headEnd),
      let head = String(validating: bytes[..<end], as: UTF8.self)
    else { throw Malformed() }
    for line in head.split(separator: "\r\n") {
      let words = line.split(separator: ":", maxSplits: 1)
      guard words.count == 2, words[0].lowercased() == "content-disposition" else { continue }
      let value = words[1].drop { $0 == " " }
      guard value.hasPrefix("form-data;"), let found = parameters(String(value.dropFirst("form-data;".count))),
        let name = found["name"]
      else { break }
      return Part(name: name, fileName: found["filename"], bytes: bytes[(end + headEnd.count)...])
    }
    throw Malformed()
  }

  /// `name="a"; filename="b"`, or without quotes. In them browsers write a quote as `%22` and line breaks as `%0D%0A`
  /// (HTML, multipart/form-data encoding), and leave other percent signs as they are; curl puts a backslash before a quote.
  private static func parameters(_ text: String) -> [String: String]? {
    var (rest, found) = (text[...], [String: String]())
    while true {
      rest = rest.drop { $0 == " " || $0 == ";" }
      guard !rest.isEmpty else { return found }
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let name = rest[..<equals].lowercased()
      rest = rest[rest.index(after: equals)...]
      guard let value = rest.first == "\"" ? quoted(&rest) : plain(&rest), found[name] == nil else { return nil }
      found[name] = value
    }
  }

  private static func plain(_ rest: inout Substring) -> String {
    let value = rest.prefix { $0 != ";" && $0 != " " }
    rest = rest[value.endIndex...]
    return String(value)
  }

  private static func quoted(_ rest: inout Substring) -> String? {
    rest.removeFirst()
    var value = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return value.replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
      case "\\" where rest.first == "\"" || rest.first == "\\": value.append(rest.removeFirst())
      default: value.append(character)
      }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Where `other` begins first; by memory blocks, for there are many megabytes to look through.
  fileprivate func firstOffset(of other: [UInt8]) -> Int? {
    var position = startIndex
    while let found = self[position...].firstIndex(of: other[0]) {
      if self[found...].starts(with: other) { return found }
      position = found + 1
    }
    return nil
  }
}
