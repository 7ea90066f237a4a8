import Pages

/// Puts owners in place of the bare tags Cairo wrote into a page's content.
struct MarkedContent {
  /// The content with `/Role << /MCID n >> BDC` and `/Artifact ... BDC`, numbered anew.
  private(set) var bytes: [UInt8] = []
  /// The element that owns each number.
  private(set) var owners: [StructureElement.ID] = []

  private static let opening = Array("/P << /MCID ".utf8)
  private static let closing = Array("BDC".utf8)

  /// - Parameter all: owners of the page's runs, in drawing order; the nth marked run in `drawn` is the nth of these.
  init(_ drawn: [UInt8], owners all: [Owner], structure: StructureTree) throws(FinishingError) {
    bytes.reserveCapacity(drawn.count)
    var next = 0
    var place = 0
    while place < drawn.count {
      if drawn[place] == UInt8(ascii: "(") {
        let end = Self.endOfString(drawn, place)
        bytes.append(contentsOf: drawn[place..<end])
        place = end
      } else if drawn[place] == UInt8(ascii: "/"), drawn[place...].starts(with: Self.opening) {
        guard next < all.count else { throw FinishingError(description: "more marked runs than the page has") }
        mark(all[next], structure)
        next += 1
        place = try Self.endOfOpening(drawn, place)
      } else {
        bytes.append(drawn[place])
        place += 1
      }
    }
    guard next == all.count else { throw FinishingError(description: "\(next) marked runs, not \(all.count)") }
  }

  private mutating func mark(_ owner: Owner, _ structure: StructureTree) {
    switch owner {
    case .content(let element):
      bytes.append(contentsOf: "/\(structure[element].role.rawValue) << /MCID \(owners.count) >> BDC".utf8)
      owners.append(element)
    case .artifact(.pagination): bytes.append(contentsOf: "/Artifact << /Type /Pagination >> BDC".utf8)
    case .artifact(.layout): bytes.append(contentsOf: "/Artifact << /Type /Layout >> BDC".utf8)
    }
  }

  /// Past the string that begins at `start`: users' words may look like operators.
  private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
    var depth = 0
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { break }
    }
    return min(place, bytes.count)
  }

  private static func endOfOpening(_ bytes: [UInt8], _ start: Int) throws(FinishingError) -> Int {
    var place = start + opening.count
    while place < bytes.count, bytes[place] != closing[0] { place += 1 }
    guard bytes[place...].starts(with: closing) else { throw FinishingError(description: "a tag without BDC") }
    return place + closing.count
  }
}
