import CYAML

/// Why a text is no YAML, or none that is read.
enum YAMLFault: Error {
  /// libyaml's words.
  case syntax(String, YAMLNode.Mark?)
  case duplicateKeys([String], YAMLNode.Mark)
  case tooManyReferences(YAMLNode.Mark)
}

/// Reads a YAML text through libyaml's events.
struct YAMLReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The nodes that names stand for, once they are complete: none contains itself.
  private var anchors: [String: YAMLNode] = [:]
  private var depth = 0
  private var references = 0
  /// A few references (`*name`) to a few words are harmless; many to one another make a short text endless.
  private static let mostReferences = 8
  /// No configuration has more than a few levels; a text of brackets alone would have as many calls of `node` as bytes, and
  /// Debian's libyaml sets no limit itself.
  private static let mostLevels = 100

  /// The only document of a text; nil when there is none.
  static func document(_ text: String) throws(YAMLFault) -> YAMLNode? {
    // Windows' editors put a mark in front, which libyaml skips only where it has to guess the encoding.
    let bytes = Array(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.utf8.dropFirst(3) : text.utf8[...])
    var result: Result<YAMLNode?, YAMLFault>?
    bytes.withUnsafeBufferPointer { buffer in
      result = Result { () throws(YAMLFault) in
        var reader = YAMLReader(buffer)
        return try reader.document()
      }
    }
    return try result?.get() ?? nil
  }

  /// - Parameter text: must outlive the reader.
  private init(_ text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("libyaml has no memory") }
    // Given, so that nothing is guessed.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private mutating func document() throws(YAMLFault) -> YAMLNode? {
    _ = try next()  // the stream's start
    guard try next().kind != YAML_STREAM_END_EVENT else { return nil }
    let root = try node(from: try next())
    _ = try next()  // the document's end
    let end = try next()
    guard end.kind == YAML_STREAM_END_EVENT else { throw .syntax("but found another document", end.mark) }
    return root
  }

  private mutating func node(from event: YAMLEvent) throws(YAMLFault) -> YAMLNode {
    let node: YAMLNode
    switch event.kind {
    case YAML_ALIAS_EVENT:
      references += 1
      guard references <= YAMLReader.mostReferences else { throw .tooManyReferences(event.mark) }
      guard let known = anchors[event.anchor ?? ""] else { throw .syntax("found undefined alias", event.mark) }
      return known
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: node = try collection(from: event)
    default: node = .scalar(event.text, isPlain: event.isPlain, event.mark)
    }
    if let anchor = event.anchor { anchors[anchor] = node }
    return node
  }

  private mutating func collection(from event: YAMLEvent) throws(YAMLFault) -> YAMLNode {
    guard depth < YAMLReader.mostLevels else { throw .syntax("nested too deeply", event.mark) }
    depth += 1
    defer { depth -= 1 }
    return event.kind == YAML_SEQUENCE_START_EVENT
      ? .sequence(try items(), event.mark) : .mapping(try pairs(), event.mark)
  }

  private mutating func items() throws(YAMLFault) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if event.kind == YAML_SEQUENCE_END_EVENT { return items }
      items.append(try node(from: event))
    }
  }

  private mutating func pairs() throws(YAMLFault) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    while true {
      let event = try next()
      if event.kind == YAML_MAPPING_END_EVENT { break }
      let key = try node(from: event)
      pairs.append((key, try node(from: try next())))
    }
    try refuseDuplicates(pairs.map(\.key))
    return pairs
  }

  /// YAML 1.1, 3.2.1.3: keys are unique; libyaml leaves that to others.
  private func refuseDuplicates(_ keys: [YAMLNode]) throws(YAMLFault) {
    var first: [String: YAMLNode.Mark] = [:]
    var repeated: Set<String> = []
    for key in keys {
      guard let text = key.text else { continue }
      if first[text] == nil { first[text] = key.mark } else { repeated.insert(text) }
    }
    let sorted = repeated.sorted()
    if let mark = sorted.first.flatMap({ first[$0] }) { throw .duplicateKeys(sorted, mark) }
  }

  private func next() throws(YAMLFault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }

  private var fault: YAMLFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unreadable"
    // A character that is not allowed is known by its byte only.
    let isPlaced = parser.pointee.error != YAML_READER_ERROR
    return .syntax(problem, isPlaced ? YAMLNode.Mark(parser.pointee.problem_mark) : nil)
  }
}

/// What libyaml comes upon next.
private struct YAMLEvent {
  let kind: yaml_event_type_t
  let mark: YAMLNode.Mark
  /// Of a scalar.
  var text = ""
  var isPlain = false
  /// The name of the node, or of the one meant.
  var anchor: String?

  init(_ event: yaml_event_t) {
    kind = event.type
    mark = YAMLNode.Mark(event.start_mark)
    switch kind {
    case YAML_ALIAS_EVENT: anchor = YAMLEvent.name(event.data.alias.anchor)
    case YAML_SEQUENCE_START_EVENT: anchor = YAMLEvent.name(event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: anchor = YAMLEvent.name(event.data.mapping_start.anchor)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = YAMLEvent.name(scalar.anchor)
      text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      // A byte order mark, left where files were put together.
      if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
      isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE || scalar.style == YAML_ANY_SCALAR_STYLE
    default: break
    }
  }

  private static func name(_ text: UnsafePointer<UInt8>?) -> String? { text.map { String(cString: $0) } }
}

extension YAMLNode.Mark {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}
