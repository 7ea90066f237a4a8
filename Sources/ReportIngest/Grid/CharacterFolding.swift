import ReportModel

/// Characters that office programs put in by themselves and that stand for others, read as those: codes of the Symbol and
/// Wingdings fonts, full-width forms, and check marks and stars in colours.
///
/// Only what cannot be mistaken is folded; whatever else no font has stays, and is refused where it is to be set. The
/// source is attached to the report as it is.
enum CharacterFolding {
  /// What a text says in common characters; nil when it is in them already.
  static func folded(_ text: String) -> String? {
    // Nearly all texts: none of the bytes with which any of these characters begins.
    guard text.utf8.contains(where: { $0 == 0xEF || $0 == 0xE2 || $0 == 0xE3 }) else { return nil }
    let scalars = text.unicodeScalars
    guard scalars.contains(where: { folded($0) != nil }) else { return nil }
    return String(String.UnicodeScalarView(scalars.map { folded($0) ?? $0 }))
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // Unicode, chart "Halfwidth and Fullwidth Forms": the ASCII characters in their order.
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFF01 + 0x21)
    case 0x3000: " "
    // Fonts of symbols are addressed by U+F000 and the code of the font (OpenType, cmap, "Symbol" encoding).
    case 0xF020...0xF0FF: symbolCodes[UInt8(scalar.value & 0xFF)]
    default: coloured[scalar]
    }
  }

  /// Signs that are pictures in colours and have a plain form.
  private static let coloured: [Unicode.Scalar: Unicode.Scalar] = [
    "✅": "✔", "❌": "✘", "❎": "☒", "⭐": "★", "⭕": "○", "⬛": "■", "⬜": "□", "❗": "!", "❕": "!", "❓": "?", "❔": "?",
    "➕": "✚",
  ]

  /// What the codes of Wingdings show, and those of Symbol where Wingdings has clock faces or the like, which nobody puts
  /// into a table (Unicode L2/11-052R and the mapping table SYMBOL.TXT). A code that is likely in both is not here.
  private static let symbolCodes: [UInt8: Unicode.Scalar] = {
    var table: [UInt8: Unicode.Scalar] = [
      // Wingdings: signs of hands, letters, telephones.
      0x21: "✎", 0x22: "✂", 0x23: "✁", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x3F: "✍", 0x41: "✌", 0x45: "☜", 0x46: "☞",
      0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4C: "☹", 0x4F: "⚐",
      // Wingdings: bullets, as Word and Excel offer them.
      0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆",
      0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAA: "✦",
      0xAB: "★", 0xB5: "✪", 0xB6: "✰",
      // Symbol: the bullet and signs of arithmetic.
      0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
      0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
      // Wingdings: arrows.
      0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘",
      0xE7: "←", 0xE8: "➔", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⇔", 0xF4: "⇕",
      // Wingdings: crosses and check marks.
      0xFB: "✘", 0xFC: "✔", 0xFD: "☒", 0xFE: "☑",
    ]
    // Wingdings: numbers in circles, ⓪–⑩ and ⓿–❿.
    table[0x80] = "\u{24EA}"
    table[0x8B] = "\u{24FF}"
    for number in UInt8(1)...10 {
      table[0x80 + number] = Unicode.Scalar(0x245F + UInt32(number))
      table[0x8B + number] = Unicode.Scalar(0x2775 + UInt32(number))
    }
    return table
  }()
}

extension Grid {
  /// Folds the characters of all text cells, and leaves out what shows nothing.
  /// - Returns: notes, of which each tells of the first cell and how many there are.
  /// - Throws: at marks that make a program show the text in another order than it has.
  mutating func foldCharacters() throws(IngestFailure) -> [Diagnostic] {
    var (unseen, folded) = (Tally(), Tally())
    for row in rows.indices {
      for column in rows[row].cells.indices {
        let text = rows[row].cells[column]
        // Nearly all texts: these bytes are those with which any of the characters begins.
        guard text.utf8.contains(where: { $0 == 0xC2 || $0 >= 0xCD }) else { continue }
        let hidden: [Unicode.Scalar] = text.unicodeScalars.filter(\.showsNothing)
        if let mark = hidden.first(where: \.runsRightToLeft) {
          throw IngestFailure(.rightToLeft(mark, at: location(row, column)))
        }
        var seen = text
        if !hidden.isEmpty {
          seen.unicodeScalars.removeAll(where: \.showsNothing)
          unseen.add(.unseen(hidden, at: location(row, column)))
        }
        let plain = CharacterFolding.folded(seen)
        if let plain { folded.add(.folded(seen, plain, at: location(row, column))) }
        rows[row].cells[column] = plain ?? seen
      }
    }
    return [unseen, folded].compactMap(\.diagnostic)
  }

  /// The first cell of a kind, and how many there are.
  private struct Tally {
    private var first: Diagnostic?
    private var count = 0

    mutating func add(_ diagnostic: @autoclosure () -> Diagnostic) {
      first = first ?? diagnostic()
      count += 1
    }

    var diagnostic: Diagnostic? { count > 1 ? first?.addingCount(count - 1) : first }
  }
}

extension Unicode.Scalar {
  /// Joiners, soft hyphens, marks of direction and fillers, which come along with text from elsewhere (Unicode,
  /// Default_Ignorable_Code_Point); but for those that say how the sign before them looks.
  var showsNothing: Bool { properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector }

  /// Marks, embeddings, overrides and isolates (Unicode, UAX #9, section 2).
  fileprivate var runsRightToLeft: Bool {
    switch value {
    case 0x200F, 0x061C, 0x202B, 0x202E, 0x2067: true
    default: false
    }
  }
}
