/// What a page's content says of its own marks (ISO 32000-1, 14.6).
struct MarkedContentCheck {
  /// Marked-content identifiers, in drawing order.
  private(set) var identifiers: [Int] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Marks that are open.
  private var depth = 0

  /// - Throws: when a mark is not closed, is closed twice, or ink stands outside all marks.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    self.bytes = bytes
    var lexer = PDFLexer(bytes)
    var last: Range<Int>?
    while let token = lexer.next() {
      if token.isOperator { try perform(token.range, last) }
      last = token.isOperator ? nil : token.range
    }
    try require(depth == 0, "marked content without end")
  }

  /// - Parameter operand: the one right before the operator.
  private mutating func perform(_ name: Range<Int>, _ operand: Range<Int>?) throws(FinishingError) {
    switch MarkedContentCheck.packed(bytes[name]) {
    case MarkedContentCheck.begins, MarkedContentCheck.beginsPlain:
      depth += 1
      if let operand, let identifier = identifier(operand) { identifiers.append(identifier) }
    case MarkedContentCheck.ends:
      depth -= 1
      try require(depth >= 0, "marked content ends twice")
    case let other where MarkedContentCheck.ink.contains(other):
      try require(depth > 0, "ink outside all marked content")
    default: break
    }
  }

  private static let (begins, beginsPlain, ends) = (packed("BDC".utf8), packed("BMC".utf8), packed("EMC".utf8))

  /// What shows: text, areas, lines, pictures.
  private static let ink = ["Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"].map {
    packed($0.utf8)
  }

  /// An operator's letters, three at most, in one number.
  private static func packed(_ name: some Sequence<UInt8>) -> UInt32 { name.reduce(0) { $0 << 8 | UInt32($1) } }

  private static let key = Array("<</MCID ".utf8)

  /// `<</MCID 12>>`: the key comes first.
  private func identifier(_ operand: Range<Int>) -> Int? {
    guard bytes[operand].starts(with: MarkedContentCheck.key) else { return nil }
    var number = 0
    for byte in bytes[operand].dropFirst(MarkedContentCheck.key.count) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
