/// JSON as a value, written the same way every time: keys in the order given, numbers by their digits.
///
/// Foundation's encoder knows numbers as binary floating point or `Decimal`, and sorts keys or leaves them in no order;
/// this keeps `Quantity` exact and the shape readable, in less code than adapting it would take.
enum JSONValue: ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  case null
  case string(String)
  /// Digits as JSON writes them.
  case number(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  init(stringLiteral value: String) { self = .string(value) }
  init(nilLiteral: ()) { self = .null }
  init(_ value: String?) { self = value.map { .string($0) } ?? .null }
  init(_ value: Int?) { self = value.map { .number(String($0)) } ?? .null }

  /// Indented by two spaces; no line break at the end.
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  /// Without any white space, and without members that are null; several times shorter.
  var compact: String {
    var text = ""
    writeCompact(to: &text)
    return text
  }

  private func writeCompact(to text: inout String) {
    switch self {
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.writeCompact(to: &text)
      }
      text += "]"
    case .object(let members):
      var separator = "{"
      for (key, value) in members where !value.isNull {
        text += separator
        JSONValue.write(key, to: &text)
        text += ":"
        value.writeCompact(to: &text)
        separator = ","
      }
      text += separator == "{" ? "{}" : "}"
    default: write(to: &text, indent: "")
    }
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .string(let string): JSONValue.write(string, to: &text)
    case .number(let digits): text += digits
    case .array(let values):
      JSONValue.write(values, "[", "]", to: &text, indent) { value, text, inner in value.write(to: &text, indent: inner)
      }
    case .object(let members):
      JSONValue.write(members, "{", "}", to: &text, indent) { member, text, inner in
        JSONValue.write(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, indent: inner)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, _ indent: String,
    _ each: (Element, inout String, String) -> Void
  ) {
    guard !elements.isEmpty else {
      text += open + close
      return
    }
    let inner = indent + "  "
    text += open
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner
      each(element, &text, inner)
    }
    text += "\n" + indent + close
  }

  /// RFC 8259, 7: quote, backslash and controls escaped; everything else as it is.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
