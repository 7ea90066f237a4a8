import ReportModel

/// A value as bytes, to be sent to another process of this very program. Numbers take eight bytes, least first; texts,
/// bytes and lists are led by their length; something optional by a byte that says whether it is there.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) {
    withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { bytes.append(contentsOf: $0) }
  }
  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }
  mutating func put(_ number: Double) { put(Int(bitPattern: UInt(number.bitPattern))) }
  mutating func put(_ data: [UInt8]) {
    put(data.count)
    bytes += data
  }
  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
  mutating func put<Value>(_ value: Value?, _ each: (inout WireWriter, Value) -> Void) {
    put(value != nil)
    if let value { each(&self, value) }
  }
  mutating func put(_ text: String?) { put(text) { $0.put($1 as String) } }
  mutating func put(_ number: Int?) { put(number) { $0.put($1 as Int) } }
  mutating func put<Value>(_ values: [Value], _ each: (inout WireWriter, Value) -> Void) {
    put(values.count)
    for value in values { each(&self, value) }
  }
}

/// Bytes that no process of this program has written.
struct WireError: Error {}

/// Reads what `WireWriter` wrote, and believes no length before it has looked.
struct WireReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  private mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw WireError() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func number() throws(WireError) -> Int {
    Int(Int64(bitPattern: try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }))
  }
  mutating func flag() throws(WireError) -> Bool {
    switch try take(1).first {
    case 0: false
    case 1: true
    default: throw WireError()
    }
  }
  mutating func double() throws(WireError) -> Double { Double(bitPattern: UInt64(UInt(bitPattern: try number()))) }
  mutating func data() throws(WireError) -> [UInt8] { Array(try take(try number())) }
  mutating func text() throws(WireError) -> String {
    guard let text = String(validating: try take(try number()), as: UTF8.self) else { throw WireError() }
    return text
  }
  mutating func optional<Value>(
    _ each: (inout WireReader) throws(WireError) -> Value
  ) throws(WireError) -> Value? {
    try flag() ? try each(&self) : nil
  }
  mutating func optionalText() throws(WireError) -> String? {
    try optional { reader throws(WireError) in try reader.text() }
  }
  mutating func optionalNumber() throws(WireError) -> Int? {
    try optional { reader throws(WireError) in try reader.number() }
  }
  mutating func list<Value>(
    _ each: (inout WireReader) throws(WireError) -> Value
  ) throws(WireError) -> [Value] {
    let count = try number()
    // Whatever stands in a list takes a byte at least.
    guard count >= 0, count <= rest.count else { throw WireError() }
    var values: [Value] = []
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }
  /// One of a type's cases, by its name.
  mutating func oneOf<Value: RawRepresentable<String>>(_ type: Value.Type) throws(WireError) -> Value {
    guard let value = Value(rawValue: try text()) else { throw WireError() }
    return value
  }
}

/// What both processes of a pair can say.
protocol WireValue {
  func write(to writer: inout WireWriter)
  init(from reader: inout WireReader) throws(WireError)
}

extension WireValue {
  var wire: [UInt8] {
    var writer = WireWriter()
    write(to: &writer)
    return writer.bytes
  }

  init(wire bytes: [UInt8]) throws(WireError) {
    var reader = WireReader(bytes)
    try self.init(from: &reader)
    guard reader.isAtEnd else { throw WireError() }
  }
}

extension WireWriter {
  mutating func put<Value: WireValue>(_ values: [Value]) { put(values) { $1.write(to: &$0) } }
}

extension WireReader {
  mutating func list<Value: WireValue>(of type: Value.Type) throws(WireError) -> [Value] {
    try list { reader throws(WireError) in try Value(from: &reader) }
  }
}

extension LocalizedText: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(es)
    writer.put(en)
  }

  init(from reader: inout WireReader) throws(WireError) { self.init(es: try reader.text(), en: try reader.text()) }
}

extension SourceLocation: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(file)
    writer.put(sheet)
    writer.put(row)
    writer.put(column)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      file: try reader.text(), sheet: try reader.optionalText(), row: try reader.optionalNumber(),
      column: try reader.optionalNumber())
  }
}

/// Without the discrepancy, which is for whoever sets the page.
extension Diagnostic: WireValue {
  func write(to writer: inout WireWriter) {
    writer.put(code)
    writer.put(severity.rawValue)
    message.write(to: &writer)
    hint.write(to: &writer)
    location.write(to: &writer)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      received: try reader.text(), severity: try reader.oneOf(Severity.self), message: try LocalizedText(from: &reader),
      hint: try LocalizedText(from: &reader), at: try SourceLocation(from: &reader))
  }
}
