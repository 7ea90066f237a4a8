/// PDF syntax as it is written, straight into bytes.
extension [UInt8] {
  mutating func write(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ text: String) { append(contentsOf: text.utf8) }

  mutating func write(_ number: Int) {
    guard number >= 0 else {
      append(UInt8(ascii: "-"))
      return write(-number)
    }
    guard number > 9 else { return append(UInt8(ascii: "0") + UInt8(number)) }
    var digits = (UInt64(0), UInt64(0), UInt64(0))
    Swift.withUnsafeMutableBytes(of: &digits) { buffer in
      var (rest, start) = (number, buffer.count)
      while rest > 0 {
        start -= 1
        buffer[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      append(contentsOf: buffer[start...])
    }
  }

  mutating func write(reference number: Int) {
    write(number)
    write(" 0 R")
  }

  /// An array of references.
  mutating func write(references: [Int]) {
    append(UInt8(ascii: "["))
    for (index, reference) in references.enumerated() {
      if index > 0 { append(UInt8(ascii: " ")) }
      write(reference: reference)
    }
    append(UInt8(ascii: "]"))
  }

  /// A length on the page to a hundredth of a point.
  mutating func write(points: Double) {
    let hundredths = Int((points * 100).rounded())
    if hundredths < 0 { append(UInt8(ascii: "-")) }
    write(abs(hundredths) / 100)
    let rest = abs(hundredths) % 100
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  /// A text string (ISO 32000-1, 7.9.2.2): in PDFDocEncoding where that has all its characters, a byte each; in UTF-16
  /// with a byte order mark elsewhere.
  mutating func write(textString text: String) {
    append(UInt8(ascii: "("))
    let codes = text.unicodeScalars.map(PDFDocEncoding.code)
    if codes.allSatisfy({ $0 != nil }) {
      for case let code? in codes { writeEscaped(code) }
    } else {
      append(contentsOf: [0xFE, 0xFF])
      for unit in text.utf16 {
        writeEscaped(UInt8(unit >> 8))
        writeEscaped(UInt8(unit & 0xFF))
      }
    }
    append(UInt8(ascii: ")"))
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    // A bare carriage return would be read as a line feed.
    case 13: write("\\r")
    default: append(byte)
    }
  }

  mutating func write(_ value: PDFValue) {
    switch value {
    case .null: write("null")
    case .literal(let text): write(text)
    case .name(let name):
      append(UInt8(ascii: "/"))
      write(name)
    case .string(let bytes): append(contentsOf: bytes)
    case .reference(let number): write(reference: number)
    case .array(let items):
      append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { append(UInt8(ascii: " ")) }
        write(item)
      }
      append(UInt8(ascii: "]"))
    case .dictionary(let entries):
      write("<<")
      for entry in entries {
        append(UInt8(ascii: "/"))
        write(entry.key)
        append(UInt8(ascii: " "))
        write(entry.value)
      }
      write(">>")
    }
  }
}
