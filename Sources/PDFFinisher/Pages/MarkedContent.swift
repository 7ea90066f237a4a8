import Pages

/// Turns a page's content as Cairo wrote it into the one users get: each run of ink enclosed by its owner, and nothing
/// said twice. Places are counted in twentieths of a point (`Twentieths`), so that nearly all are whole numbers.
///
/// The backend draws runs in two shades by turns (`ContentShade`); where the shade changes a new run begins, and the true
/// colour is written instead. Cairo's own tags would tell the same at the cost of drawing once more. A picture has no
/// colour, so it is always a run of its own. The first thing on a page is the backend's ground, which is dropped.
struct MarkedContent {
  /// The content with `/Role<</MCID n>>BDC` and `/Artifact`.
  private(set) var bytes: [UInt8] = []
  /// The element that owns each number: the furniture's come first, so that they are the same on every page.
  private(set) var owners: [StructureElement.ID]

  /// From here on stands what many pages have in common, the furniture; nil where there is none.
  private(set) var furnitureStart: Int?

  private let source: UnsafeBufferPointer<UInt8>
  private let runs: [ContentRun]
  private let structure: StructureTree
  private var next = 0
  /// The next number of a mark in the furniture, and of one elsewhere.
  private var numbers: (furniture: Int, own: Int)
  private var isOpen = false
  /// Whether the run is enclosed by the word it is a part of, too.
  private var isWordOpen = false
  private var lines = LineState()
  /// Whether the ground is still to come.
  private var isBeforeGround = true
  /// Where the path before the ground's end was written.
  private var pathStart = 0
  private var shade = false
  /// The colours in force, 0xRRGGBB; nil where that is not known.
  private var fill: Int?
  private var stroke: Int?
  /// Where the last closed outline ends, and a move right behind it.
  private var closed = 0
  private var move: Int?
  /// Where the last `q` was written.
  private var saved = 0
  /// Whether a matrix of its own is in force, as for a picture; paths are then not expected.
  private var isMoved = false
  /// Where the operands of the operator to come begin, and how many there are.
  private var operands = (start: 0, count: 0)

  /// - Parameters:
  ///   - drawn: the content as Cairo wrote it, expanded.
  ///   - runs: the page's runs in drawing order.
  init(
    _ drawn: UnsafeBufferPointer<UInt8>, runs: [ContentRun], structure: StructureTree
  ) throws(FinishingError) {
    source = drawn
    self.runs = runs
    self.structure = structure
    let marks = MarkedContent.marks(runs)
    owners = marks.filter(\.isFurniture).map(\.element) + marks.filter { !$0.isFurniture }.map(\.element)
    numbers = (0, marks.count(where: \.isFurniture))
    bytes.reserveCapacity(drawn.count)
    try rewrite()
    try require(next == runs.count, "\(next) runs were drawn, not \(runs.count)")
    if isWordOpen { bytes.write("EMC\n") }
    if isOpen { bytes.write("EMC\n") }
  }

  /// The marks that runs need, in drawing order.
  private static func marks(_ runs: [ContentRun]) -> [(element: StructureElement.ID, isFurniture: Bool)] {
    runs.indices.compactMap { index in
      guard case .content(let element) = runs[index].owner, !continues(runs, index) else { return nil }
      return (element, runs[index].isFurniture)
    }
  }

  /// Whether a run goes on with the mark of the one before: the words of a text that are not divided need none of their
  /// own.
  private static func continues(_ runs: [ContentRun], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (run, before) = (runs[index], runs[index - 1])
    return (run.word != nil || before.word != nil) && before.owner == run.owner
      && before.isFurniture == run.isFurniture
  }

  private mutating func rewrite() throws(FinishingError) {
    var lexer = PDFLexer(source)
    while let token = lexer.next() {
      if operands.count == 0 { operands.start = token.range.lowerBound }
      if token.isOperator {
        try perform(token.range)
        operands.count = 0
      } else {
        operands.count += 1
      }
    }
  }
}

// Operators
extension MarkedContent {
  private mutating func perform(_ name: Range<Int>) throws(FinishingError) {
    guard !isBeforeGround else { return try passGround(name) }
    let first = source[name.lowerBound]
    switch (name.count, first, name.count > 1 ? source[name.lowerBound + 1] : 0) {
    case (2, UInt8(ascii: "r"), UInt8(ascii: "g")): try setColor(isStroke: false)
    case (2, UInt8(ascii: "R"), UInt8(ascii: "G")): try setColor(isStroke: true)
    // The only state Cairo sets for opaque ink is that it is opaque; `CairoResources` makes sure of it.
    case (2, UInt8(ascii: "g"), UInt8(ascii: "s")): break
    case (2, UInt8(ascii: "D"), UInt8(ascii: "o")): try showPicture(name)
    case (1, UInt8(ascii: "q"), _):
      saved = bytes.count
      copy(name)
    case (1, UInt8(ascii: "Q"), _):
      (fill, stroke) = (nil, nil)
      isMoved = false
      copy(name)
    case (2, UInt8(ascii: "c"), UInt8(ascii: "m")):
      isMoved = true
      copyMatrix(name)
    case (2, UInt8(ascii: "T"), UInt8(ascii: "m")): copyMatrix(name)
    // How lines end, join and meet is never set to anything but what it is from the start (ISO 32000-1, table 52).
    case (1, UInt8(ascii: "J"), _), (1, UInt8(ascii: "j"), _), (1, UInt8(ascii: "M"), _):
      let isInitial = isOperand(first == UInt8(ascii: "M") ? "10" : "0")
      try require(isInitial, "a style of lines that is not expected")
    case (1, UInt8(ascii: "h"), _):
      closed = bytes.count + 2
      copy(name)
    // Cairo goes back to where a closed outline began; nothing comes from there before it is painted.
    case (1, UInt8(ascii: "f"), _), (1, UInt8(ascii: "S"), _), (1, UInt8(ascii: "B"), _):
      if let move, bytes.count == move { bytes.removeLast(bytes.count - closed) }
      copy(name)
    case (1, UInt8(ascii: "m"), _):
      let isBehindOutline = bytes.count == closed
      lines.writeMissing(to: &bytes)
      try copyPath(name)
      move = isBehindOutline ? bytes.count : nil
    case (2, UInt8(ascii: "r"), UInt8(ascii: "e")):
      lines.writeMissing(to: &bytes)
      try copyPath(name)
    case (1, UInt8(ascii: "l"), _), (1, UInt8(ascii: "c"), _), (1, UInt8(ascii: "v"), _), (1, UInt8(ascii: "y"), _):
      try copyPath(name)
    case (1, UInt8(ascii: "w"), _): lines.setWidth(copyScaled(name))
    case (1, UInt8(ascii: "d"), _): lines.setDashes(copyScaled(name))
    default: copy(name)
    }
  }

  /// Only the page's own coordinates, its clip and what is saved with them are kept: a path is the ground's if it is
  /// filled, the clip's if nothing is drawn with it.
  private mutating func passGround(_ name: Range<Int>) throws(FinishingError) {
    // Once a page.
    switch String(decoding: source[name], as: UTF8.self) {
    case "rg", "gs": break
    case "f":
      bytes.removeLast(bytes.count - pathStart)
      isBeforeGround = false
    case "re", "m", "l": try copyPath(name)
    case "h", "W": copy(name)
    case "cm":
      try copyBase(name)
      pathStart = bytes.count
    case "q", "Q", "n":
      copy(name)
      pathStart = bytes.count
    case let other: throw FinishingError("a page that begins with \(other) and not with its ground")
    }
  }

  /// The page's own coordinates: Cairo's point at the page's head, downwards, and twentieths.
  private mutating func copyBase(_ name: Range<Int>) throws(FinishingError) {
    let head: [UInt8] = Array("1 0 0 -1 0 ".utf8)
    try require(statement(name).starts(with: head), "a page in coordinates that are not expected")
    bytes.write(".05 0 0 -.05 0 ")
    bytes.append(contentsOf: statement(name).dropFirst(head.count))
    bytes.append(UInt8(ascii: "\n"))
  }

  private func isOperand(_ text: StaticString) -> Bool {
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    let end = operands.start + expected.count
    return operands.count == 1 && end < source.count && !PDFLexer.isRegular(source[end])
      && source[operands.start..<end].elementsEqual(expected)
  }

  private mutating func copy(_ name: Range<Int>) {
    bytes.append(contentsOf: statement(name))
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Copies an operator that builds a path.
  private mutating func copyPath(_ name: Range<Int>) throws(FinishingError) {
    try require(!isMoved, "a path under a matrix of its own")
    _ = copyScaled(name) { _ in 0 }
  }

  /// Copies a matrix: its scale more exactly than its place.
  private mutating func copyMatrix(_ name: Range<Int>) { _ = copyScaled(name) { $0 < 4 ? 2 : 0 } }

  /// Copies an operator, its numbers in twentieths of a point; returns it as written.
  private mutating func copyScaled(_ name: Range<Int>, decimals: (Int) -> Int = { _ in 2 }) -> ArraySlice<UInt8> {
    let start = bytes.count
    let numbers = UnsafeBufferPointer(rebasing: source[operands.start..<name.lowerBound])
    Twentieths.write(numbers, to: &bytes, decimals: decimals)
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[name]))
    bytes.append(UInt8(ascii: "\n"))
    return bytes[start..<bytes.count]
  }

  /// An operator with its operands.
  private func statement(_ name: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: source[operands.start..<name.upperBound])
  }

  private mutating func setColor(isStroke: Bool) throws(FinishingError) {
    try require(operands.count == 3, "a colour that is not of three numbers")
    var place = operands.start
    let (red, isShaded) = ContentShade.decoded(millionths: millionths(&place))
    if isShaded != shade {
      shade = isShaded
      try beginRun(at: bytes.count)
    }
    let (green, _) = ContentShade.decoded(millionths: millionths(&place))
    let (blue, _) = ContentShade.decoded(millionths: millionths(&place))
    let color = red << 16 | green << 8 | blue
    lines.isStroking = isStroke
    guard color != (isStroke ? stroke : fill) else { return }
    if isStroke { stroke = color } else { fill = color }
    // Black and white are grey levels: printers make black of red, green and blue from all their inks, and screen it.
    let isGrey = red == green && green == blue
    for level in isGrey ? [red] : [red, green, blue] {
      bytes.write(thousandths: level)
      bytes.append(UInt8(ascii: " "))
    }
    let name: StaticString = isGrey ? (isStroke ? "G" : "g") : isStroke ? "RG" : "rg"
    bytes.write(name)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// The run begins before the state that was saved for the picture alone.
  private mutating func showPicture(_ name: Range<Int>) throws(FinishingError) {
    try beginRun(at: saved)
    copy(name)
  }

  private mutating func beginRun(at place: Int) throws(FinishingError) {
    try require(next < runs.count, "more runs were drawn than the page has")
    let run = runs[next]
    var mark: [UInt8] = isWordOpen ? Array("EMC\n".utf8) : []
    if !MarkedContent.continues(runs, next) {
      if isOpen { mark.write("EMC\n") }
      if run.isFurniture, furnitureStart == nil { beginFurniture(at: place + mark.count) }
      write(run, to: &mark)
    }
    if let word = run.word {
      mark.write("/Span<</ActualText")
      mark.write(textString: word)
      mark.write(">>BDC\n")
    }
    if place == bytes.count { bytes.append(contentsOf: mark) } else { bytes.insert(contentsOf: mark, at: place) }
    next += 1
    isOpen = true
    isWordOpen = run.word != nil
  }

  /// Nothing that was set before counts, so that the furniture of all pages is the same.
  private mutating func beginFurniture(at place: Int) {
    furnitureStart = place
    (fill, stroke) = (nil, nil)
    lines.forget()
  }

  private mutating func write(_ run: ContentRun, to mark: inout [UInt8]) {
    switch run.owner {
    case .content(let element):
      mark.append(UInt8(ascii: "/"))
      mark.write(structure[element].role.rawValue)
      mark.write("<</MCID ")
      mark.write(number(isFurniture: run.isFurniture))
      mark.write(">>BDC\n")
    case .artifact(.pagination): mark.write("/Artifact<</Type/Pagination>>BDC\n")
    // ISO 32000-1, table 330.
    case .artifact(.footer): mark.write("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n")
    case .artifact(.layout): mark.write("/Artifact BMC\n")
    }
  }

  private mutating func number(isFurniture: Bool) -> Int {
    if isFurniture {
      numbers.furniture += 1
      return numbers.furniture - 1
    }
    numbers.own += 1
    return numbers.own - 1
  }

  /// The next number, a plain decimal from 0 to 1, in millionths, as exactly as Cairo writes them.
  private func millionths(_ place: inout Int) -> Int {
    while PDFLexer.isSpace(source[place]) { place += 1 }
    var (number, decimals) = (0, -1)
    while place < source.count, PDFLexer.isRegular(source[place]) {
      if source[place] == UInt8(ascii: ".") {
        decimals = 0
      } else if decimals < 6 {
        number = number * 10 + Int(source[place] &- UInt8(ascii: "0"))
        if decimals >= 0 { decimals += 1 }
      }
      place += 1
    }
    for _ in max(0, decimals)..<6 { number *= 10 }
    return number
  }
}

extension [UInt8] {
  /// A share of 255 in three decimals, which are enough to tell all 256 apart.
  fileprivate mutating func write(thousandths level: Int) {
    let thousandths = (level * 1000 + 127) / 255
    if thousandths == 1000 { return append(UInt8(ascii: "1")) }
    guard thousandths > 0 else { return append(UInt8(ascii: "0")) }
    append(UInt8(ascii: "."))
    let (tenths, hundredths, rest) = (thousandths / 100, thousandths / 10 % 10, thousandths % 10)
    append(UInt8(ascii: "0") + UInt8(tenths))
    if hundredths + rest > 0 { append(UInt8(ascii: "0") + UInt8(hundredths)) }
    if rest > 0 { append(UInt8(ascii: "0") + UInt8(rest)) }
  }
}
