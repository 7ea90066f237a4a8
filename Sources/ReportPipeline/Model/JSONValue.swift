/// JSON as a value, written the same way every time: keys in the order given, numbers by their digits.
///
/// Foundation's encoder knows numbers as binary floating point or `Decimal`, and sorts keys or leaves them in no order;
/// this keeps `Quantity` exact and the shape readable, in less code than adapting it would take.
public enum JSONValue: ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  case null
  case string(String)
  /// Digits as JSON writes them.
  case number(String)
  case flag(Bool)
  /// So many elements, each made when it is written: thousands of activities are never values all at once.
  case elements(Int, (Int) -> JSONValue)
  case object([(String, JSONValue)])

  public init(stringLiteral value: String) { self = .string(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(_ value: String?) { self = value.map { .string($0) } ?? .null }
  public init(_ value: Int?) { self = value.map { .number(String($0)) } ?? .null }

  public static func array<Element>(_ elements: [Element], _ value: @escaping (Element) -> JSONValue) -> JSONValue {
    .elements(elements.count) { value(elements[$0]) }
  }

  /// In lines, with a line break at the end.
  var lines: [UInt8] { bytes(isCompact: false) + [0x0A] }

  /// Without any white space and without members that are null; several times shorter.
  public var compact: [UInt8] { bytes(isCompact: true) }

  private func bytes(isCompact: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    var output = JSONOutput(isCompact: isCompact) { bytes += $0 }
    write(to: &output)
    output.finish()
    return bytes
  }

  /// Indented by two spaces from the second line on; no line break at the end.
  func write(to output: inout JSONOutput, depth: Int = 0) {
    switch self {
    case .null: output.write("null")
    case .string(let string): output.write(quoted: string)
    case .number(let digits): output.write(digits)
    case .flag(let flag): output.write(flag ? "true" : "false")
    case .elements(let count, let element):
      JSONValue.write(count, "[", "]", to: &output, depth) { index, output in
        element(index).write(to: &output, depth: depth + 1)
      }
    case .object(let all):
      let members = output.isCompact ? all.filter { !$0.1.isNull } : all
      JSONValue.write(members.count, "{", "}", to: &output, depth) { index, output in
        output.write("\"")
        output.write(members[index].0)
        output.write(output.isCompact ? "\":" : "\": ")
        members[index].1.write(to: &output, depth: depth + 1)
      }
    }
  }

  private static func write(
    _ count: Int, _ open: StaticString, _ close: StaticString, to output: inout JSONOutput, _ depth: Int,
    _ each: (Int, inout JSONOutput) -> Void
  ) {
    output.write(open)
    for index in 0..<count {
      if index > 0 { output.write(",") }
      output.endLine(depth + 1)
      each(index, &output)
    }
    if count > 0 { output.endLine(depth) }
    output.write(close)
  }
}
