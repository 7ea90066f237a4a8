@testable import PDFReading

/// Changes a report as a forger would: a new revision, appended, that puts another stream in the place of one.
struct Forgery {
  enum Part: Hashable {
    case page(Int)
    case attachment(String)
    case metadata
  }

  private let original: [UInt8]
  private let file: PDFFile

  init(_ original: [UInt8]) throws {
    self.original = original
    file = try PDFFile(original)
  }

  /// The parts that can be changed, with what they hold.
  func parts() throws -> [(part: Part, data: [UInt8])] {
    var parts: [(Part, [UInt8])] = [(.metadata, try file.root["/Metadata"].data())]
    for (index, page) in file.pages.enumerated() { parts.append((.page(index + 1), try Self.content(page).data())) }
    for specification in file.root["/AF"].items {
      parts.append((.attachment(specification["/UF"].text ?? ""), try specification["/EF"]["/F"].data()))
    }
    return parts
  }

  /// A page's own stream; what it shares with other pages stands before it.
  private static func content(_ page: PDFObject) -> PDFObject {
    page["/Contents"].items.last ?? page["/Contents"]
  }

  private func stream(of part: Part) -> PDFObject? {
    switch part {
    case .page(let number): Self.content(file.pages[number - 1])
    case .metadata: file.root["/Metadata"]
    case .attachment(let name): file.root["/AF"].items.first { $0["/UF"].text == name }?["/EF"]["/F"]
    }
  }

  /// The report with other data in a part; nothing else in it is adapted.
  func replacing(_ part: Part, with data: [UInt8]) throws -> [UInt8] {
    guard let stream = stream(of: part), let number = stream.number else { throw PDFReadingError.damagedStream }
    let entries = stream.keys.filter { !["/Length", "/Filter", "/DecodeParms"].contains($0) }
      .map { "\($0) \(stream[$0].notation)" }.joined(separator: " ")
    var forged = original + [10]
    let place = forged.count
    forged += Array("\(number) 0 obj\n<< /Length \(data.count) \(entries) >>\nstream\n".utf8) + data
    forged += Array("\nendstream\nendobj\n".utf8)
    let table = forged.count
    let position = String(repeating: "0", count: 10 - String(place).count) + String(place)
    forged += Array("xref\n\(number) 1\n\(position) 00000 n \ntrailer\n<< \(trailer) >>\n".utf8)
    return forged + Array("startxref\n\(table)\n%%EOF\n".utf8)
  }

  private var trailer: String {
    let references = ["/Root", "/Info"].compactMap { key in
      file.trailer[key].number.map { "\(key) \($0) 0 R" }
    }
    return (references + ["/Size \(file.trailer["/Size"].notation)", "/Prev \(lastTable)"]).joined(separator: " ")
  }

  /// Where the original says its table of objects is.
  private var lastTable: Int {
    let ending = String(decoding: original.suffix(64), as: UTF8.self)
    return ending.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.last ?? 0
  }
}

/// Numbers that look random and are the same on every run (Steele, Lea and Flood: SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
