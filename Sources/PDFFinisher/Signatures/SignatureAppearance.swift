import Pages
import SystemLibraries

/// What a signed field shows: lines of text, each as large as fits, in a font of their own characters.
struct SignatureAppearance {
  private let lines: [String]
  private let size: Size
  private let font: FontSubset

  /// Lines of this size stand as close as this, in points.
  private static let (type, leading) = (5.6, 6.3)
  private static let face = FontFace.condensed

  /// - Throws: where the font lacks a character.
  init(_ lines: [String], size: Size) throws(UnshowableName) {
    guard let font = FontSubset(of: lines.joined(), face: SignatureAppearance.face) else {
      throw UnshowableName(text: lines.first ?? "")
    }
    self.lines = lines
    self.size = size
    self.font = font
  }

  /// Writes the appearance and its font.
  /// - Parameter first: the appearance's number; the others follow it.
  func write(to body: inout RevisionBody, first: Int) {
    let (face, descendant, descriptor, program, map) = (first + 1, first + 2, first + 3, first + 4, first + 5)
    let entries = FormFields.appearanceEntries(size.width.points, size.height.points)
    body.addStream(first, "\(entries)/Resources<</Font<</F \(face) 0 R>>>>", content)
    let (tag, box) = (tag, font.box.map(String.init).joined(separator: " "))
    body.add(face) { bytes in
      bytes.write("<</Type/Font/Subtype/Type0/BaseFont/\(tag)/Encoding/Identity-H/DescendantFonts[")
      bytes.write(reference: descendant)
      bytes.write("]/ToUnicode ")
      bytes.write(reference: map)
      bytes.write(">>")
    }
    body.add(descendant) { bytes in
      bytes.write("<</Type/Font/Subtype/CIDFontType2/BaseFont/\(tag)/CIDToGIDMap/Identity")
      bytes.write("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ")
      bytes.write(reference: descriptor)
      bytes.write("/DW 0/W[0[\(font.widths.map(String.init).joined(separator: " "))]]>>")
    }
    body.add(descriptor) { bytes in
      // Symbolic, since the codes are the font's own.
      bytes.write("<</Type/FontDescriptor/FontName/\(tag)/Flags 4/FontBBox[\(box)]/ItalicAngle 0/Ascent \(font.ascent)")
      bytes.write("/Descent \(font.descent)/CapHeight \(font.capHeight)/StemV 80/FontFile2 ")
      bytes.write(reference: program)
      bytes.write(">>")
    }
    body.addStream(program, "/Length1 \(font.program.count)", font.program)
    body.addStream(map, "", toUnicode)
  }

  /// How many objects it takes.
  static let objectCount = 6

  /// Six letters that tell this part of the font from others (ISO 32000-1, 9.6.4), and its name.
  private var tag: String {
    let letters = Digest.sha256(font.program).bytes.prefix(6).map { Character(Unicode.Scalar(65 + $0 % 26)) }
    return String(letters) + "+RobotoCondensed-Regular"
  }

  private var content: [UInt8] {
    var bytes: [UInt8] = []
    // The ink of all text, in the file's colours.
    bytes.write("q 0.1 0.11 0.12 rg BT\n")
    let leading = SignatureAppearance.leading
    let below = (size.height.points - leading * Double(lines.count)) / 2
    for (index, line) in lines.enumerated() {
      let width = font.width(of: line)
      let type = min(SignatureAppearance.type, (size.width.points - 2) / max(width, 1))
      let x = (size.width.points - width * type) / 2
      let y = below + leading * Double(lines.count - 1 - index) + leading * 0.25
      bytes.write("/F ")
      bytes.write(points: (type * 100).rounded(.down) / 100)
      bytes.write(" Tf 1 0 0 1 ")
      bytes.write(points: x)
      bytes.write(" ")
      bytes.write(points: y)
      bytes.write(" Tm<")
      for character in line.unicodeScalars { bytes.write(hexadecimal: font.glyphs[character] ?? 0) }
      bytes.write(">Tj\n")
    }
    bytes.write("ET Q")
    return bytes
  }

  /// From glyphs back to characters (ISO 32000-1, 9.10.3).
  private var toUnicode: [UInt8] {
    var bytes: [UInt8] = []
    bytes.write("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)")
    bytes.write("/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n")
    bytes.write("1 begincodespacerange<0000><FFFF>endcodespacerange\n")
    let pairs = font.glyphs.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    var (codes, known): ([(Int, Unicode.Scalar)], Set<Int>) = ([], [])
    for pair in pairs where known.insert(pair.value).inserted { codes.append((pair.value, pair.key)) }
    // No more than a hundred at a time.
    for start in stride(from: 0, to: codes.count, by: 100) {
      let some = codes[start..<min(start + 100, codes.count)]
      bytes.write("\(some.count) beginbfchar\n")
      for (glyph, character) in some {
        bytes.write("<")
        bytes.write(hexadecimal: glyph)
        bytes.write("><")
        for unit in String(character).utf16 { bytes.write(hexadecimal: Int(unit)) }
        bytes.write(">\n")
      }
      bytes.write("endbfchar\n")
    }
    bytes.write("endcmap CMapName currentdict/CMap defineresource pop end end")
    return bytes
  }
}

/// A name with characters that the program's font lacks.
public struct UnshowableName: Error {
  public let text: String
}

extension [UInt8] {
  /// Four digits.
  fileprivate mutating func write(hexadecimal number: Int) {
    for shift in [12, 8, 4, 0] { append(PDFLexer.hexadecimal(number >> shift & 15)) }
  }
}

extension PDFLexer {
  /// The capital digit.
  static func hexadecimal(_ digit: Int) -> UInt8 { UInt8(digit < 10 ? 48 + digit : 55 + digit) }
}
