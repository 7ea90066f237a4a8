/// A compound file ([MS-CFB]): streams in a file of sectors, as Office 97–2003 stores documents.
struct CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private let bytes: [UInt8]
  private let sectorSize: Int
  /// The sector behind each sector of a chain.
  private var table: [Int] = []
  private var smallTable: [Int] = []
  private var smallCutoff = 4096
  private var root = Entry(name: "", type: 0, start: 0, size: 0)
  private var entries: [Entry] = []
  private static let part = "OLE2"
  /// Above it stand marks: end of chain, free, tables' own sectors.
  private static let lastSector = 0xFFFF_FFFA

  private struct Entry {
    let name: String
    let type: Int
    let start: Int
    let size: Int
  }

  init(_ bytes: [UInt8]) throws(SpreadsheetFailure) {
    self.bytes = bytes
    var header = ByteReader(bytes[...], part: CompoundFile.part)
    try header.skip(30)
    let shift = try header.u16()
    guard shift == 9 || shift == 12 else { throw .damaged(part: CompoundFile.part) }
    sectorSize = 1 << shift
    try header.skip(12)
    let tableSectors = try header.u32()
    let directory = try header.u32()
    try header.skip(4)
    smallCutoff = try header.u32()
    let smallStart = try header.u32()
    try header.skip(4)
    let listStart = try header.u32()
    try header.skip(4)
    try readTable(&header, count: tableSectors, listStart: listStart)
    try readDirectory(try chain(from: directory))
    smallTable = try numbers(in: smallStart < CompoundFile.lastSector ? try chain(from: smallStart) : [])
  }

  /// The content of a stream; nil when there is none of that name.
  func stream(_ name: String) throws(SpreadsheetFailure) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.type == 2 && $0.name == name }) else { return nil }
    let isSmall = entry.size < smallCutoff
    let content = isSmall ? try smallChain(from: entry.start) : try chain(from: entry.start)
    guard content.count >= entry.size else { throw .damaged(part: name) }
    return Array(content.prefix(entry.size))
  }

  var streamNames: Set<String> { Set(entries.map(\.name)) }

  private func sector(_ number: Int) throws(SpreadsheetFailure) -> ArraySlice<UInt8> {
    let start = (number + 1) * sectorSize
    guard number >= 0, number < CompoundFile.lastSector, start < bytes.count else {
      throw .damaged(part: CompoundFile.part)
    }
    return bytes[start..<min(start + sectorSize, bytes.count)]
  }

  /// The table's own sectors: 109 are listed in the header, the rest in a chain of their own.
  private mutating func readTable(
    _ header: inout ByteReader, count: Int, listStart: Int
  ) throws(SpreadsheetFailure) {
    guard count <= bytes.count / sectorSize else { throw .damaged(part: CompoundFile.part) }
    var sectors: [Int] = []
    for _ in 0..<109 { sectors.append(try header.u32()) }
    var next = listStart
    while sectors.count < count, next < CompoundFile.lastSector {
      let list = try numbers(in: Array(try sector(next)))
      guard list.count == sectorSize / 4 else { throw .damaged(part: CompoundFile.part) }
      sectors += list.dropLast()
      next = list.last ?? CompoundFile.lastSector
    }
    for number in sectors.prefix(count) { table += try numbers(in: Array(try sector(number))) }
  }

  private func numbers(in content: [UInt8]) throws(SpreadsheetFailure) -> [Int] {
    var reader = ByteReader(content[...], part: CompoundFile.part)
    var numbers: [Int] = []
    while reader.left >= 4 { numbers.append(try reader.u32()) }
    return numbers
  }

  /// A chain cannot have more sectors than the file: a longer one runs in a circle.
  private func chain(from start: Int) throws(SpreadsheetFailure) -> [UInt8] {
    var (content, next) = ([UInt8](), start)
    while next < CompoundFile.lastSector {
      content += try sector(next)
      guard next < table.count, content.count <= bytes.count else { throw .damaged(part: CompoundFile.part) }
      next = table[next]
    }
    return content
  }

  private func smallChain(from start: Int) throws(SpreadsheetFailure) -> [UInt8] {
    let store = try chain(from: root.start)
    var (content, next) = ([UInt8](), start)
    while next < CompoundFile.lastSector {
      guard next < smallTable.count, (next + 1) * 64 <= store.count, content.count <= store.count else {
        throw .damaged(part: CompoundFile.part)
      }
      content += store[next * 64..<(next + 1) * 64]
      next = smallTable[next]
    }
    return content
  }

  private mutating func readDirectory(_ content: [UInt8]) throws(SpreadsheetFailure) {
    for start in stride(from: 0, to: content.count - 127, by: 128) {
      var reader = ByteReader(content[start..<start + 128], part: CompoundFile.part)
      var name: [UInt16] = []
      for _ in 0..<32 { name.append(UInt16(try reader.u16())) }
      let length = try reader.u16() / 2 - 1
      let type = try reader.u8()
      try reader.skip(49)
      let (first, size) = (try reader.u32(), try reader.u32())
      guard (0...31).contains(length) else { continue }
      let entry = Entry(
        name: String(decoding: name.prefix(length), as: UTF16.self), type: type, start: first, size: size)
      if type == 5 { root = entry }
      entries.append(entry)
    }
  }
}
