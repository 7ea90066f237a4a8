/// The shared strings; a rich one is its runs put together, without phonetic readings.
struct XLSXStrings {
  private(set) var texts: [String] = []

  init(_ bytes: [UInt8], part: String) throws(SpreadsheetFailure) {
    let reader = try XMLReader(bytes, part: part)
    let (item, phonetic) = (reader.name("si"), reader.name("rPh"))
    while try reader.next() {
      guard reader.node == .start, reader.name == item else { continue }
      texts.append(XLSXStrings.unescaped(try reader.texts(skipping: phonetic)))
      guard texts.count <= SpreadsheetLimits.cells else { throw .tooLarge(part: part) }
    }
  }

  /// `_x000D_` stands for a character XML cannot hold (ECMA-376-1, 22.9.2.19, ST_Xstring).
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "_x") {
      let digits = rest[mark.upperBound...].prefix(4)
      let behind = rest[digits.endIndex...]
      if digits.count == 4, behind.first == "_", digits.allSatisfy(\.isHexDigit), let code = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result += rest[..<mark.lowerBound]
        result.unicodeScalars.append(scalar)
        rest = behind.dropFirst()
      } else {
        result += rest[..<mark.upperBound]
        rest = rest[mark.upperBound...]
      }
    }
    return result + rest
  }

  /// The same the other way, for the text of an element.
  static func escaped(_ text: String) -> String {
    text.replacing("_x", with: "_x005F_x").unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}

extension XMLReader {
  /// The texts of all `t` elements inside the element just entered; white space between elements is none of them.
  func texts(skipping skipped: Name) throws(SpreadsheetFailure) -> String {
    guard !isEmpty else { return "" }
    let wanted = name("t")
    var (depth, text) = (1, "")
    while depth > 0 {
      guard try next() else { return text }
      switch node {
      case .text: break
      case .end: depth -= 1
      case .start:
        if name == wanted {
          text += try content()
        } else if name == skipped {
          try skip()
        } else if !isEmpty {
          depth += 1
        }
      }
    }
    return text
  }
}
