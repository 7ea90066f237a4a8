/// What a page says, in the order it is drawn.
struct PageText: Equatable {
  /// One for each place text is set at: mostly a line, or a cell.
  private(set) var pieces: [String] = []
  /// The text of each marked content, by its number (ISO 32000-1, 14.6).
  private(set) var marked: [Int: String] = [:]

  init(_ page: PDFObject) {
    let fonts = page.fonts
    var map: CharacterMap?
    var operands: [ContentToken] = []
    var marks: [Int?] = []
    var piece = ""
    for token in ContentScanner((try? page.content()) ?? []) {
      guard case .keyword(let keyword) = token else {
        operands.append(token)
        continue
      }
      switch keyword {
      case "Tf": if case .name(let name)? = operands.first { map = fonts[name] }
      case "Tj", "TJ", "'", "\"":
        for case .string(let string) in operands {
          let text = map?.text(of: string) ?? "\u{FFFD}"
          piece += text
          if case let mark?? = marks.last { marked[mark, default: ""] += text }
        }
      case "BT", "ET", "Tm", "Td", "TD", "T*": end(&piece)
      case "BDC", "BMC": marks.append(PageText.mark(operands))
      case "EMC": _ = marks.popLast()
      default: break
      }
      operands = []
    }
    end(&piece)
  }

  private mutating func end(_ piece: inout String) {
    if !piece.isEmpty { pieces.append(piece) }
    piece = ""
  }

  /// `/P << /MCID 7 >>`.
  private static func mark(_ operands: [ContentToken]) -> Int? {
    guard let place = operands.firstIndex(of: .name("MCID")), place + 1 < operands.count,
      case .number(let number) = operands[place + 1]
    else { return nil }
    return Int(exactly: number)
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
    return fonts.keys.reduce(into: [:]) { maps, key in
      let map = (try? fonts[key]["/ToUnicode"].data()) ?? []
      maps[String(key.dropFirst())] = CharacterMap(map, width: fonts[key]["/Subtype"].name == "Type0" ? 2 : 1)
    }
  }
}
