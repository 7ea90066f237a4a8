/// The tags of a part and their places, for changing a piece of it and leaving every other byte. The part was read whole
/// by `XMLReader` before, so it is well-formed and has no document type declaration; what remains is to find the tags.
struct XMLTags {
  struct Tag {
    /// From `<` to `>`.
    let range: Range<Int>
    /// Without prefix.
    let name: String
    /// With its colon; empty for none.
    let prefix: String
    let isEnd: Bool
    /// `<a/>`.
    let isEmpty: Bool
  }

  let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag; nil behind the last one.
  mutating func next() -> Tag? {
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      if let end = endOfOther(from: start) {
        place = end
      } else if let tag = tag(from: start) {
        place = tag.range.upperBound
        return tag
      } else {
        place = bytes.count
      }
    }
    return nil
  }

  /// Behind a comment, a section of characters or an instruction; nil where another thing stands.
  private func endOfOther(from start: Int) -> Int? {
    let kinds = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    guard let kind = kinds.first(where: { bytes[start...].starts(with: $0.0.utf8) }) else { return nil }
    let places = min(start + kind.0.utf8.count, bytes.count)..<bytes.count
    return places.first { bytes[$0...].starts(with: kind.1.utf8) }.map { $0 + kind.1.utf8.count } ?? bytes.count
  }

  private func tag(from start: Int) -> Tag? {
    var (end, quote) = (start + 1, UInt8?.none)
    while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
      let byte = bytes[end]
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      end += 1
    }
    guard end < bytes.count else { return nil }
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let words = bytes[(start + (isEnd ? 2 : 1))..<end].prefix { !XMLTags.isSpace($0) && $0 != UInt8(ascii: "/") }
    let name = String(decoding: words, as: UTF8.self)
    let prefix = name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
    return Tag(
      range: start..<(end + 1), name: String(name.dropFirst(prefix.count)), prefix: prefix, isEnd: isEnd,
      isEmpty: bytes[end - 1] == UInt8(ascii: "/"))
  }

  /// The places of an attribute's value in a tag; nil where it has none of this name.
  func value(of attribute: String, in tag: Tag) -> Range<Int>? {
    var index = tag.range.lowerBound + 1
    while index < tag.range.upperBound {
      guard let equals = bytes[index..<tag.range.upperBound].firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let before = bytes[index..<equals].split(whereSeparator: XMLTags.isSpace).last ?? []
      let quotes = (equals + 1)..<tag.range.upperBound
      guard let opening = quotes.first(where: { bytes[$0] == UInt8(ascii: "\"") || bytes[$0] == UInt8(ascii: "'") }),
        let closing = bytes[(opening + 1)..<tag.range.upperBound].firstIndex(of: bytes[opening])
      else { return nil }
      if before.elementsEqual(attribute.utf8) { return (opening + 1)..<closing }
      index = closing + 1
    }
    return nil
  }

  func text(of attribute: String, in tag: Tag) -> String? {
    value(of: attribute, in: tag).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
