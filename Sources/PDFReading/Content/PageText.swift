/// What a page says, in the order it is drawn.
struct PageText {
  /// One for each place text is set at: mostly a line, or a cell.
  private(set) var pieces: [String] = []
  /// The text of each marked content, by its number (ISO 32000-1, 14.6).
  private(set) var marked: [Int: String] = [:]

  /// What encloses the text at a place: marked content and text to read instead (ISO 32000-1, 14.9.4).
  private struct Enclosure {
    var mark: Int?
    var isReplaced = false
  }

  private let page: PDFObject
  private var enclosures: [Enclosure] = []
  private var piece = ""

  init(_ page: PDFObject) {
    self.page = page
    let fonts = page.fonts
    var map: CharacterMap?
    var operands: [ContentToken] = []
    for token in ContentScanner((try? page.content()) ?? []) {
      guard case .keyword(let keyword) = token else {
        operands.append(token)
        continue
      }
      switch keyword {
      case "Tf": if case .name(let name)? = operands.first { map = fonts[name] }
      case "Tj", "TJ", "'", "\"":
        for case .string(let string) in operands { add(map?.text(of: string) ?? "\u{FFFD}") }
      case "BT", "ET", "Tm", "Td", "TD", "T*": endPiece()
      case "BDC", "BMC": open(operands)
      case "EMC": _ = enclosures.popLast()
      default: break
      }
      operands = []
    }
    endPiece()
  }

  private mutating func add(_ text: String) {
    guard enclosures.last?.isReplaced != true else { return }
    piece += text
    if let mark = enclosures.last?.mark { marked[mark, default: ""] += text }
  }

  private mutating func endPiece() {
    if !piece.isEmpty { pieces.append(piece) }
    piece = ""
  }

  /// `/P << /MCID 7 >>`, `/Span << /ActualText (…) >>`.
  private mutating func open(_ operands: [ContentToken]) {
    var enclosure = enclosures.last ?? Enclosure()
    for (key, value) in zip(operands, operands.dropFirst()) {
      if key == .name("MCID"), case .number(let number) = value { enclosure.mark = Int(exactly: number) }
      if key == .name("ActualText"), case .string(let bytes) = value, !enclosure.isReplaced {
        add(page.text(of: bytes))
        enclosure.isReplaced = true
      }
    }
    enclosures.append(enclosure)
  }

  /// The characters alone, without what depends on where lines end: white space, and hyphens at line ends.
  var characters: String {
    String(
      String.UnicodeScalarView(pieces.joined().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{AD}" }))
  }
}

extension PDFObject {
  /// Of a page: all its content, unpacked.
  func content() throws(PDFReadingError) -> [UInt8] {
    let contents = self["/Contents"]
    var bytes: [UInt8] = []
    for stream in contents.kind == .array ? contents.items : [contents] where stream.kind == .stream {
      bytes += try stream.data()
      bytes.append(10)
    }
    return bytes
  }

  /// Of a page: its fonts' maps to text. A page takes its resources from the nodes above it where it has none.
  fileprivate var fonts: [String: CharacterMap] {
    var node = self
    var steps = 0
    while node["/Resources"].isNull, !node["/Parent"].isNull, steps < 50 {
      node = node["/Parent"]
      steps += 1
    }
    let fonts = node["/Resources"]["/Font"]
    return fonts.keys.reduce(into: [:]) { maps, key in maps[String(key.dropFirst())] = map(of: fonts[key]) }
  }
}
