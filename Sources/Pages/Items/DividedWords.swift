/// Lines of text taken apart where a hyphen divides a word, so that all parts of the word stand together.
struct DividedWords {
  /// A word and over how many items it is drawn.
  struct Word {
    var text: String
    var count: Int
  }

  private(set) var items: [PlacedItem] = []
  /// By the position of a word's first part.
  private(set) var words: [Int: Word] = [:]
  /// The first part of a word of which more is to come.
  private var open: Int?

  /// - Returns: the items as they are where no line ends in a hyphen, as on most pages.
  static func pieces(of items: [PlacedItem]) -> (items: [PlacedItem], words: [Int: Word]) {
    guard items.contains(where: { $0.line?.endsInHyphen == true }) else { return (items, [:]) }
    var divided = DividedWords()
    divided.items.reserveCapacity(items.count + 16)
    for (index, placed) in items.enumerated() {
      divided.add(placed, next: index + 1 < items.count ? items[index + 1] : nil)
    }
    return (divided.items, divided.words)
  }

  /// - Parameter next: a word goes on only on a line of the same element that follows at once.
  private mutating func add(_ placed: PlacedItem, next: PlacedItem?) {
    guard let line = placed.line else {
      open = nil
      return items.append(placed)
    }
    let isDivided = line.endsInHyphen && next?.owner == placed.owner && next?.line != nil
    let head = open == nil ? 0 : line.endOfFirstWord
    // A word over three lines and more fills the line between.
    let tail = isDivided ? max(head, line.startOfLastWord) : line.pieces.count
    if let open, head > 0 { extend(open, with: line.part(0..<head), placed.owner) }
    if isDivided, open != nil, tail == head, head == line.pieces.count { return }
    open = nil
    if head < tail { items.append(PlacedItem(.text(line.part(head..<tail)), placed.owner)) }
    guard isDivided, tail < line.pieces.count else { return }
    open = items.count
    let part = line.part(tail..<line.pieces.count)
    words[items.count] = Word(text: part.spoken, count: 1)
    items.append(PlacedItem(.text(part), placed.owner))
  }

  private mutating func extend(_ first: Int, with part: TextLine, _ owner: Owner) {
    words[first]?.text += part.spoken
    words[first]?.count += 1
    items.append(PlacedItem(.text(part), owner))
  }
}

extension PlacedItem {
  fileprivate var line: TextLine? { if case .text(let line) = item { line } else { nil } }
}

extension TextLine {
  /// Soft, so that it is no part of the word.
  fileprivate var endsInHyphen: Bool { pieces.last?.text == "\u{AD}" }

  /// Without the hyphen at its end.
  fileprivate var spoken: String { endsInHyphen ? String(text.dropLast()) : text }

  /// Past the first word and the space behind it.
  fileprivate var endOfFirstWord: Int { pieces.firstIndex { $0.text == " " }.map { $0 + 1 } ?? pieces.count }

  fileprivate var startOfLastWord: Int { pieces.lastIndex { $0.text == " " }.map { $0 + 1 } ?? 0 }

  /// Some of the pieces, where they stand.
  fileprivate func part(_ range: Range<Int>) -> TextLine {
    guard range != pieces.indices else { return self }
    let before = pieces[..<range.lowerBound].reduce(0) { $0 + $1.width }
    return TextLine(
      pieces: Array(pieces[range]), origin: Point(x: origin.x + size * before, y: origin.y), size: size, color: color)
  }
}
