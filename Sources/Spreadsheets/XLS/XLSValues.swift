/// What the cells of a binary workbook mean by their records and styles.
struct XLSValues {
  let strings: [String]
  let formats: [NumberFormat]
  let epoch1904: Bool
  /// Whether a formula's result of zero or empty text may stand for none: programs that write workbooks but cannot
  /// compute put it there.
  let doubtsEmptyResults: Bool

  func number(_ value: Double, style: Int) throws(SpreadsheetFailure) -> Cell.Content {
    let format = formats.indices.contains(style) ? formats[style] : .plain
    if case .date(let parts) = format,
      let text = DateText.text(serial: "\(value)", shown: parts, epoch1904: epoch1904)
    {
      return .date(text)
    }
    let (isPercent, digits): (Bool, NumberFormat.DigitsShown) =
      switch format {
      case .percent(let digits): (true, digits)
      case .number(let digits): (false, digits)
      case .date: (false, .init())
      }
    guard let text = NumberText.decimal(value, isPercent: isPercent, digits: digits) else {
      throw .damaged(part: XLSRecords.part)
    }
    return .number(text)
  }

  func shared(_ index: Int) throws(SpreadsheetFailure) -> Cell.Content {
    guard strings.indices.contains(index) else { throw .damaged(part: XLSRecords.part) }
    return .text(strings[index])
  }

  static func boolean(_ value: Int) -> Cell.Content { .text(value != 0 ? "VERDADERO" : "FALSO") }

  /// [MS-XLS] 2.5.10, Bes.
  static func error(_ code: Int) -> Cell.Content {
    let names = [
      0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    ]
    return .error(names[code] ?? "#ERROR!")
  }

  /// A number in 30 bits ([MS-XLS] 2.5.217, RkNumber): whole, or the upper half of a binary fraction; perhaps × 100.
  static func compactNumber(_ bits: Int) -> Double {
    let value =
      bits & 2 != 0
      ? Double(Int32(truncatingIfNeeded: bits) >> 2) : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? value / 100 : value
  }
}
