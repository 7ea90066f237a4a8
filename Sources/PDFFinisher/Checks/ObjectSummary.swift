/// What the objects of some object streams say, as far as the checks of the whole file need it.
struct ObjectSummary {
  /// A structure element: who it says is above it.
  var parents: [(element: Int, parent: Int)] = []
  /// Elements that another, or the root, names as its kid.
  var claims: [(kid: Int, parent: Int)] = []
  /// Lengths of the arrays that name the owners of a page's content.
  var ownerCounts: [Int: Int] = [:]
  var pages: [(number: Int, value: PDFValue)] = []
  /// Dictionaries of which there are few: fonts, trees, catalog.
  var others: [(number: Int, value: PDFValue)] = []

  private let file: FinishedFile

  init(_ file: FinishedFile) { self.file = file }

  /// Goes through an object stream and compares it with the table.
  mutating func add(objectStream number: Int, _ deflate: Deflate) throws(FinishingError) {
    let (dictionary, data) = try file.stream(number)
    guard let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer else {
      throw FinishingError("object stream \(number) does not say what it holds")
    }
    let expanded = try deflate.expanded(data)
    var summary = self
    var failure: FinishingError?
    expanded.withUnsafeBufferPointer { bytes in
      do throws(FinishingError) {
        try summary.add(bytes, count: count, first: first, stream: number)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    self = summary
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, count: Int, first: Int, stream: Int
  ) throws(FinishingError) {
    var head = PDFParser(bytes, at: 0)
    var heads: [(number: Int, start: Int)] = []
    for index in 0..<count {
      let number = try head.integer()
      heads.append((number, first + (try head.integer())))
      try require(
        file.place(number) == .inside(objectStream: stream, index: index),
        "object \(number) is not where the table says")
    }
    for (index, head) in heads.enumerated() {
      let end = index + 1 < count ? heads[index + 1].start : bytes.count
      try require(head.start < end && end <= bytes.count, "object \(head.number) has no room")
      try add(head.number, UnsafeBufferPointer(rebasing: bytes[head.start..<end]))
    }
  }

  private mutating func add(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    let references = ReferenceScanner(bytes)
    try references.checkAll(in: file, of: number)
    if bytes[0] == UInt8(ascii: "[") {
      ownerCounts[number] = references.places.count
    } else if bytes.starts(with: ObjectSummary.element) {
      add(element: number, references)
    } else if bytes.starts(with: ObjectSummary.page) {
      var parser = PDFParser(bytes, at: 0)
      pages.append((number, try parser.value()))
    } else if !bytes.starts(with: ObjectSummary.annotation), !bytes.starts(with: ObjectSummary.attributes) {
      var parser = PDFParser(bytes, at: 0)
      others.append((number, try parser.value()))
    }
  }

  private static let element = Array("<</S/".utf8)
  private static let page = Array("<</Type/Page/".utf8)
  private static let annotation = Array("<</Type/Annot/".utf8)
  private static let attributes = Array("<</O/".utf8)

  /// What stands before a reference tells what it is: nothing else in an element is written as these are.
  private mutating func add(element: Int, _ references: ReferenceScanner) {
    for reference in references.places {
      switch references.key(before: reference) {
      case .parent: parents.append((element, reference.number))
      case .kid: claims.append((reference.number, element))
      case .other: break
      }
    }
  }
}

/// Finds the references in an object's bytes, strings left out.
struct ReferenceScanner {
  struct Place {
    let number: Int
    /// Where its first digit stands.
    let start: Int
  }

  enum Key {
    case parent
    case kid
    case other
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var places: [Place] = []
  /// Where the array of kids begins and ends.
  private var kids: Range<Int> = 0..<0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var place = 0
    var kidsStart: Int?
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "("): place = PDFLexer.endOfString(bytes, from: place)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): place = readNumber(place)
      case UInt8(ascii: "["):
        if endsWith("/K", place) { kidsStart = place }
        place += 1
      case UInt8(ascii: "]"):
        if let start = kidsStart, kids.isEmpty { kids = start..<place }
        place += 1
      default: place += 1
      }
    }
  }

  private mutating func readNumber(_ start: Int) -> Int {
    var (place, number) = (start, 0)
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
      number = number &* 10 &+ Int(bytes[place] - UInt8(ascii: "0"))
      place += 1
    }
    guard place + 4 <= bytes.count, bytes[place] == 32, bytes[place + 1] == UInt8(ascii: "0"), bytes[place + 2] == 32,
      bytes[place + 3] == UInt8(ascii: "R")
    else { return place }
    places.append(Place(number: number, start: start))
    return place + 4
  }

  private func endsWith(_ text: StaticString, _ end: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end >= count else { return false }
    return (0..<count).allSatisfy { bytes[end - count + $0] == text.utf8Start[$0] }
  }

  /// `/P n 0 R`, `/K n 0 R` and `/K[… n 0 R …]`, but neither `/Pg` nor what stands in the dictionaries of `/K`.
  func key(before place: Place) -> Key {
    if endsWith("/P ", place.start) { return .parent }
    if endsWith("/K ", place.start) { return .kid }
    guard kids.contains(place.start) else { return .other }
    return endsWith("/Pg ", place.start) || endsWith("/Obj ", place.start) ? .other : .kid
  }

  func checkAll(in file: FinishedFile, of number: Int) throws(FinishingError) {
    for place in places {
      try require(
        file.place(place.number) != .nowhere, "object \(number) refers to \(place.number), which is not there")
    }
  }
}
