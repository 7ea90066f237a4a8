import Fonts
import Pages

/// The glyphs of some characters out of one of the program's fonts, as a font of their own (ISO/IEC 14496-22). Only the
/// tables PDF asks for (ISO 32000-1, 9.9) are kept, and no instructions: nothing here is set on a grid of pixels.
///
/// Each character has the one glyph that the font names for it: names in certificates are set without ligatures or
/// kerning, which is how they are read.
struct FontSubset {
  /// The new number of each character's glyph.
  let glyphs: [Unicode.Scalar: Int]
  /// Of each glyph, in thousandths of the type size.
  let widths: [Int]
  let program: [UInt8]
  /// In thousandths of the type size.
  let ascent: Int
  let descent: Int
  let capHeight: Int
  let box: [Int]

  /// nil where the font lacks one of the characters.
  init?(of text: String, face: FontFace) {
    let file = embeddedFont(UInt32(face.rawValue)).pointee
    let font = TrueType(UnsafeRawBufferPointer(start: file.bytes, count: Int(file.size)))
    let characters = Set(text.unicodeScalars).sorted()
    var originals = [0]
    var glyphs: [Unicode.Scalar: Int] = [:]
    for character in characters {
      guard let glyph = font.glyph(character) else { return nil }
      glyphs[character] = originals.firstIndex(of: glyph) ?? originals.count
      if glyphs[character] == originals.count { originals.append(glyph) }
    }
    // A glyph may be made of others, which may be so themselves.
    var index = 0
    while index < originals.count {
      for part in font.parts(of: originals[index]) where !originals.contains(part.glyph) {
        originals.append(part.glyph)
      }
      index += 1
    }
    self.glyphs = glyphs
    func thousandths(_ units: Int) -> Int { (units * 1000 + font.unitsPerEm / 2) / font.unitsPerEm }
    widths = originals.map { thousandths(font.advance($0)) }
    program = font.program(of: originals)
    ascent = thousandths(font.signed("hhea", 4))
    descent = -thousandths(-font.signed("hhea", 6))
    capHeight = thousandths(font.signed("OS/2", 88))
    box = [36, 38, 40, 42].map { place in
      let edge = font.signed("head", place)
      return edge < 0 ? -thousandths(-edge) : thousandths(edge)
    }
  }

  /// Of a text, in times the type size.
  func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + Double(widths[glyphs[$1] ?? 0]) / 1000 }
  }
}

/// One of the program's own fonts, read table by table; nothing in it is doubted.
private struct TrueType {
  private let bytes: UnsafeRawBufferPointer
  private let tables: [String: Range<Int>]

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    var tables: [String: Range<Int>] = [:]
    func number(_ place: Int) -> Int { (0..<4).reduce(0) { $0 << 8 | Int(bytes[place + $1]) } }
    for index in 0..<(Int(bytes[4]) << 8 | Int(bytes[5])) {
      let entry = 12 + 16 * index
      let start = number(entry + 8)
      tables[String(decoding: bytes[entry..<entry + 4], as: UTF8.self)] = start..<start + number(entry + 12)
    }
    self.tables = tables
  }

  private func start(_ table: String) -> Int { tables[table]?.lowerBound ?? 0 }
  private func unsigned(at place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
  private func unsigned(_ table: String, _ offset: Int) -> Int { unsigned(at: start(table) + offset) }
  func signed(_ table: String, _ offset: Int) -> Int { Int(Int16(truncatingIfNeeded: unsigned(table, offset))) }
  private func long(at place: Int) -> Int { unsigned(at: place) << 16 | unsigned(at: place + 2) }

  var unitsPerEm: Int { unsigned("head", 18) }

  /// By the map of the characters of Unicode's first plane, format 4.
  func glyph(_ character: Unicode.Scalar) -> Int? {
    guard character.value < 0xFFFF, let map = unicodeMap else { return nil }
    let (code, segments) = (Int(character.value), unsigned(at: map + 6) / 2)
    let (ends, starts) = (map + 14, map + 16 + 2 * segments)
    for segment in 0..<segments where unsigned(at: ends + 2 * segment) >= code {
      let first = unsigned(at: starts + 2 * segment)
      guard first <= code else { return nil }
      let delta = unsigned(at: starts + 2 * (segments + segment))
      let place = starts + 2 * (2 * segments + segment)
      let offset = unsigned(at: place)
      let found = offset == 0 ? code : unsigned(at: place + offset + 2 * (code - first))
      let glyph = found == 0 ? 0 : (found + delta) & 0xFFFF
      return glyph == 0 ? nil : glyph
    }
    return nil
  }

  private var unicodeMap: Int? {
    let map = start("cmap")
    let places = (0..<unsigned(at: map + 2)).map { map + long(at: map + 4 + 8 * $0 + 4) }
    return places.first { unsigned(at: $0) == 4 }
  }

  func advance(_ glyph: Int) -> Int { unsigned("hmtx", 4 * min(glyph, unsigned("hhea", 34) - 1)) }

  private func sideBearing(_ glyph: Int) -> Int {
    let whole = unsigned("hhea", 34)
    return glyph < whole ? unsigned("hmtx", 4 * glyph + 2) : unsigned("hmtx", 4 * whole + 2 * (glyph - whole))
  }

  private func outline(_ glyph: Int) -> Range<Int> {
    let isLong = unsigned("head", 50) == 1
    func place(_ index: Int) -> Int {
      start("glyf") + (isLong ? long(at: start("loca") + 4 * index) : 2 * unsigned("loca", 2 * index))
    }
    return place(glyph)..<place(glyph + 1)
  }

  /// Of a glyph that is made of others: where each part begins in the file, its flags, and which glyph it is.
  func parts(of glyph: Int) -> [(place: Int, flags: Int, glyph: Int)] {
    let outline = outline(glyph)
    guard !outline.isEmpty, unsigned(at: outline.lowerBound) & 0x8000 != 0 else { return [] }
    var (place, parts): (Int, [(Int, Int, Int)]) = (outline.lowerBound + 10, [])
    while true {
      let flags = unsigned(at: place)
      parts.append((place, flags, unsigned(at: place + 2)))
      place += TrueType.size(ofPart: flags)
      // More parts follow.
      guard flags & 0x20 != 0 else { return parts }
    }
  }

  /// The two numbers that place it are of one or two bytes; one, two or four more numbers may change its shape.
  private static func size(ofPart flags: Int) -> Int {
    4 + (flags & 0x01 != 0 ? 4 : 2) + (flags & 0x08 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0)
  }

  /// A glyph's outline, its parts numbered anew, without instructions.
  private func outline(_ glyph: Int, numbered originals: [Int]) -> [UInt8] {
    let outline = outline(glyph)
    guard !outline.isEmpty else { return [] }
    let parts = parts(of: glyph)
    guard let last = parts.last else { return simpleOutline(outline) }
    let end = last.place + TrueType.size(ofPart: last.flags)
    var copy = Array(bytes[outline.lowerBound..<end])
    for part in parts {
      let place = part.place - outline.lowerBound
      let flags = part.flags & ~0x100
      let number = originals.firstIndex(of: part.glyph) ?? 0
      copy.replaceSubrange(place..<place + 4, with: TrueType.words(flags, number))
    }
    return copy
  }

  private func simpleOutline(_ outline: Range<Int>) -> [UInt8] {
    let ends = outline.lowerBound + 10 + 2 * unsigned(at: outline.lowerBound)
    let instructions = unsigned(at: ends)
    return Array(bytes[outline.lowerBound..<ends]) + [0, 0] + bytes[(ends + 2 + instructions)..<outline.upperBound]
  }

  private static func words(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
  }

  /// A font of these glyphs, in this order.
  func program(of originals: [Int]) -> [UInt8] {
    func table(_ name: String) -> [UInt8] { tables[name].map { Array(bytes[$0]) } ?? [] }
    var (glyf, loca, hmtx): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    for original in originals {
      loca += TrueType.words(glyf.count >> 16, glyf.count)
      glyf += outline(original, numbered: originals)
      // Outlines begin at every fourth byte.
      glyf += [UInt8](repeating: 0, count: -glyf.count & 3)
      hmtx += TrueType.words(advance(original), sideBearing(original))
    }
    loca += TrueType.words(glyf.count >> 16, glyf.count)
    var (head, hhea, maxp) = (table("head"), table("hhea"), table("maxp"))
    head.replaceSubrange(8..<12, with: [0, 0, 0, 0])
    head.replaceSubrange(50..<52, with: TrueType.words(1))
    hhea.replaceSubrange(34..<36, with: TrueType.words(originals.count))
    maxp.replaceSubrange(4..<6, with: TrueType.words(originals.count))
    return TrueType.file([
      ("glyf", glyf), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp),
    ])
  }

  /// - Parameter tables: by name, ascending.
  private static func file(_ tables: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let count = tables.count
    let power = Int.bitWidth - 1 - count.leadingZeroBitCount
    var head: [UInt8] = [0, 1, 0, 0] + words(count, 16 << power, power, 16 * count - 16 << power)
    var (body, headPlace): ([UInt8], Int) = ([], 0)
    for table in tables {
      let place = 12 + 16 * count + body.count
      if table.name == "head" { headPlace = place }
      let sum = sum(table.bytes)
      head += Array(table.name.utf8)
      head += words(Int(sum >> 16), Int(sum & 0xFFFF), place >> 16, place, table.bytes.count >> 16, table.bytes.count)
      body += table.bytes + [UInt8](repeating: 0, count: -table.bytes.count & 3)
    }
    var file = head + body
    let adjustment = 0xB1B0_AFBA &- sum(file)
    file.replaceSubrange(
      headPlace + 8..<headPlace + 12, with: words(Int(adjustment >> 16), Int(adjustment & 0xFFFF)))
    return file
  }

  /// Of the words of four bytes; what lacks to the last is 0.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    bytes.enumerated().reduce(0) { sum, byte in sum &+ UInt32(byte.element) << UInt32(24 - byte.offset % 4 * 8) }
  }
}
