/// One cell: its typed value in the attributes (ODF 1.3 part 3, 19.385 ff.), and its paragraphs as shown.
struct ODSCell {
  private var type: String?
  private var isError = false
  private var value: String?
  private var dateValue: String?
  private var booleanValue: String?
  private var stringValue: String?
  private var hasFormula = false

  init(_ reader: XMLReader, _ names: ODSNames) {
    var cell = ODSCell()
    reader.attributes { name, value in cell.take(name, value, names) }
    self = cell
  }

  private init() {}

  private mutating func take(_ name: XMLReader.Name, _ value: UnsafePointer<UInt8>, _ names: ODSNames) {
    switch name {
    case names.valueType:
      // LibreOffice adds a type of its own, the only one that knows errors.
      let text = String(cString: value)
      if text == "error" { isError = true } else { type = text }
    case names.value: self.value = String(cString: value)
    case names.dateValue: dateValue = String(cString: value)
    case names.booleanValue: booleanValue = String(cString: value)
    case names.stringValue: stringValue = String(cString: value)
    case names.formula: hasFormula = true
    default: break
    }
  }

  /// nil for a cell that holds nothing. Reads on to the cell's end.
  mutating func content(
    _ reader: XMLReader, _ names: ODSNames, part: String
  ) throws(SpreadsheetFailure) -> Cell.Content? {
    let shown = try ODSCell.paragraphs(reader, names)
    if isError || hasFormula && (shown.hasPrefix("#") || shown.hasPrefix("Err:")) { return .error(shown) }
    if hasFormula, type == nil, shown.isEmpty { return .uncomputed }
    switch type {
    case "float", "currency": return try number(isPercent: false, shown, part)
    case "percentage": return try number(isPercent: true, shown, part)
    case "date":
      let showsName = shown.unicodeScalars.contains { $0.properties.isAlphabetic }
      return .date(showsName ? shown : dateValue.flatMap { DateText.text(iso: $0, shown: .init()) } ?? shown)
    case "boolean": return .text(booleanValue == "true" ? "VERDADERO" : "FALSO")
    default:
      let text = stringValue ?? shown
      return text.isEmpty ? nil : .text(text)
    }
  }

  private func number(
    isPercent: Bool, _ shown: String, _ part: String
  ) throws(SpreadsheetFailure) -> Cell.Content {
    guard let value, let digits = NumberText.decimal(value, isPercent: isPercent) else { throw .damaged(part: part) }
    let format = ODSCell.digits(of: digits, in: shown)
    return .number(NumberText.decimal(value, isPercent: isPercent, digits: format) ?? digits)
  }

  /// The decimals that the cell's own text shows beyond those of its number: `1.10`.
  private static func digits(of number: String, in shown: String) -> NumberFormat.DigitsShown {
    guard let mark = shown.lastIndex(where: { $0 == "." || $0 == "," }) else { return .init() }
    let decimals = shown[shown.index(after: mark)...].prefix { $0.isASCII && $0.isNumber }
    let whole = shown[..<mark].filter { $0.isASCII && $0.isNumber }
    let parts = number.filter { $0 != "-" && $0 != "%" }.split(separator: ".", omittingEmptySubsequences: false)
    let known = parts.count == 2 ? parts[1] : ""
    let isSame =
      parts[0] == whole && decimals.hasPrefix(known) && decimals.dropFirst(known.count).allSatisfy { $0 == "0" }
    return .init(decimals: isSame ? min(decimals.count, 15) : 0)
  }

  /// The cell's paragraphs, each on its line, without comments; white space as in ODF 1.3 part 3, 6.1.2.
  private static func paragraphs(_ reader: XMLReader, _ names: ODSNames) throws(SpreadsheetFailure) -> String {
    guard !reader.isEmpty else { return "" }
    var lines: [String] = []
    var depth = 1
    while depth > 0, try reader.next() {
      switch reader.node {
      case .text: if depth > 1, !lines.isEmpty { append(reader.text, to: &lines[lines.count - 1]) }
      case .end: depth -= 1
      case .start:
        if reader.name == names.annotation {
          try reader.skip()
          continue
        }
        if reader.name == names.paragraph { lines.append("") }
        if !lines.isEmpty { lines[lines.count - 1] += spacing(reader, names) }
        if !reader.isEmpty { depth += 1 }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func spacing(_ reader: XMLReader, _ names: ODSNames) -> String {
    switch reader.name {
    case names.spaces:
      String(repeating: " ", count: min(256, reader.attribute(names.count).flatMap { Int($0) }.map { max(0, $0) } ?? 1))
    case names.tab: "\t"
    case names.lineBreak: "\n"
    default: ""
    }
  }

  private static func append(_ text: String, to line: inout String) {
    if text.isCollapsed {
      line += text
      return
    }
    for scalar in text.unicodeScalars {
      let isSpace = [" ", "\t", "\n", "\r"].contains(scalar)
      if isSpace, line.isEmpty || line.unicodeScalars.last == " " { continue }
      line.unicodeScalars.append(isSpace ? " " : scalar)
    }
  }
}

extension String {
  /// Whether no white space begins it or follows on other white space, and all is spaces.
  fileprivate var isCollapsed: Bool {
    var wasSpace = true
    for byte in utf8 {
      if byte < 0x20 || wasSpace && byte == 0x20 { return false }
      wasSpace = byte == 0x20
    }
    return true
  }
}
