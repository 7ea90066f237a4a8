import Pages
import Synchronization

/// Makes paragraphs: cuts texts into pieces and remembers each different piece. May be shared by threads, but they work
/// faster with one each.
final class Typesetter: Sendable {
  let measuring: any TextMeasuring
  private let known = Mutex<[Key: Paragraph.Piece]>([:])
  private let marks: [FontFace: (space: ShapedText, hyphen: ShapedText)]

  private struct Key: Hashable {
    let text: Substring
    let face: FontFace
  }

  init(measuring: any TextMeasuring) {
    self.measuring = measuring
    marks = FontFace.allCases.reduce(into: [:]) { $0[$1] = Typesetter.marks(of: $1, measuring) }
  }

  /// `text` in `face`. White space of any length is one space; a line break in the source stays one when
  /// `keepingLines`.
  func paragraph(_ text: String, _ face: FontFace, keepingLines: Bool = false) -> Paragraph {
    var pieces: [Paragraph.Piece] = []
    let scalars = text.unicodeScalars
    for line in keepingLines ? scalars.split(whereSeparator: Typesetter.isNewline) : [scalars[...]] {
      for word in line.split(whereSeparator: Typesetter.isBreakingSpace) { append(Substring(word), face, to: &pieces) }
      if let last = pieces.indices.last { pieces[last].endsLine = true }
    }
    if let last = pieces.indices.last { pieces[last].endsLine = false }
    let marks = marks[face] ?? Typesetter.marks(of: face, measuring)
    return Paragraph(face: face, pieces: pieces, space: marks.space, hyphen: marks.hyphen)
  }

  private func append(_ word: Substring, _ face: FontFace, to pieces: inout [Paragraph.Piece]) {
    if word.utf8.count <= Typesetter.longest, !word.utf8.contains(where: Typesetter.mayBeJoint) {
      pieces.append(piece(word, face))
    } else {
      for part in Typesetter.parts(of: word).flatMap(Typesetter.stretches) { pieces.append(piece(part, face)) }
    }
    if let last = pieces.indices.last { pieces[last].spaceAfter = true }
  }

  private func piece(_ text: Substring, _ face: FontFace) -> Paragraph.Piece {
    let key = Key(text: text, face: face)
    if let piece = known.withLock({ $0[key] }) { return piece }
    let shaped = measuring.shape(String(text), face)
    let offsets = measuring.hyphenationPoints(of: shaped.text)
    let piece = Paragraph.Piece(
      shaped: shaped, width: shaped.width, spaceAfter: false, endsLine: false,
      hyphens: offsets.map { ($0, shaped.width(before: $0)) })
    known.withLock { $0[key] = piece }
    return piece
  }

  private static func marks(
    of face: FontFace, _ measuring: any TextMeasuring
  ) -> (space: ShapedText, hyphen: ShapedText) {
    let visible = measuring.shape("-", face)
    let soft = ShapedText(
      text: "\u{AD}", face: face,
      glyphs: visible.glyphs.map { Glyph(id: $0.id, utf8Count: 2, advance: $0.advance, dx: $0.dx, dy: $0.dy) })
    return (measuring.shape(" ", face), soft)
  }
}

extension Typesetter {
  /// The text in one line, cut behind a word with an ellipsis where it is wider.
  func cut(_ text: String, _ style: TextStyle, width: Length) -> String {
    guard measuring.width(of: text, style) > width + .pt(0.01) else { return text }
    let first = paragraph(text, style.face).lines(measure: width / style.size - 1, hyphenated: false).first ?? []
    return first.reduce(into: "") { $0 += $1.text } + "\u{2026}"
  }
}

extension Typesetter {
  /// Unicode, 5.8, newline functions.
  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    (0x0A...0x0D).contains(scalar.value) || scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  /// White space at which a line may end: all but the no-break spaces (U+00A0, U+2007, U+202F).
  static func isBreakingSpace(_ scalar: Unicode.Scalar) -> Bool {
    // Nearly all characters are Latin: they need no look into Unicode's tables.
    guard scalar.value >= 0x250 || scalar.value < 0x80 else { return scalar.value == 0x85 }
    if scalar.value < 0x80 { return scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) }
    return scalar.properties.isWhitespace && scalar != "\u{2007}" && scalar != "\u{202F}"
      || scalar == "\u{200B}"
  }

  /// A word cut behind hyphens, dashes and slashes that stand between letters, at least two of them on each side
  /// of a cut (`Enero/Febrero`, but not `y/o`).
  static func parts(of word: Substring) -> [Substring] {
    let scalars = word.unicodeScalars
    guard scalars.contains(where: isJoint) else { return [word] }
    var parts: [Substring] = []
    var start = scalars.startIndex
    for index in scalars.indices where isJoint(scalars[index]) {
      let next = scalars.index(after: index)
      guard endsWithLetters(scalars[start..<index]), startsWithLetters(scalars[next...]) else { continue }
      parts.append(Substring(scalars[start..<next]))
      start = next
    }
    parts.append(Substring(scalars[start...]))
    return parts
  }

  /// No word is longer than some dozens of letters. What is, is cut before its lines are broken: each line would else be
  /// measured from its beginning.
  private static func stretches(of part: Substring) -> [Substring] {
    guard part.utf8.count > longest else { return [part] }
    var stretches: [Substring] = []
    var rest = part
    while !rest.isEmpty {
      stretches.append(rest.prefix(longest))
      rest = rest.dropFirst(longest)
    }
    return stretches
  }

  private static let longest = 400

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "/" || scalar == "\u{2013}" || scalar == "\u{2014}"
  }

  /// A hyphen, a slash or the first byte of a dash.
  private static func mayBeJoint(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2F || byte == 0xE2 }

  private static func startsWithLetters(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let two = scalars.prefix(2)
    return two.count == 2 && two.allSatisfy(\.properties.isAlphabetic)
  }

  private static func endsWithLetters(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let two = scalars.suffix(2)
    return two.count == 2 && two.allSatisfy(\.properties.isAlphabetic)
  }
}

extension ShapedText {
  /// Width in em of what stands before UTF-8 offset `offset`.
  func width(before offset: Int) -> Double {
    var (bytes, width) = (0, 0.0)
    for glyph in glyphs {
      if bytes >= offset && glyph.utf8Count > 0 { break }
      bytes += Int(glyph.utf8Count)
      width += Double(glyph.advance)
    }
    return width
  }
}
