/// A compound file ([MS-CFB]) that holds one stream, `Workbook`, in sectors one behind the other.
enum StoredCompound {
  static func file(_ stream: [UInt8]) -> [UInt8] {
    // Below 4,096 bytes a stream would live in small sectors.
    let content = padded(stream + [UInt8](repeating: 0, count: max(0, 4096 - stream.count)))
    let sectors = content.count / 512
    let tables = (sectors + 2) / 126 + 1
    let directory = sectors
    var next = (0..<sectors).map { $0 + 1 < sectors ? UInt32($0 + 1) : end } + [end]
    next += [UInt32](repeating: 0xFFFF_FFFD, count: tables)
    next += [UInt32](repeating: free, count: tables * 128 - next.count)
    let table = next.flatMap { number($0) }
    return header(directory: directory, tables: directory + 1..<directory + 1 + tables) + content
      + entry("Root Entry", 5, start: end, size: 0) + entry("Workbook", 2, start: 0, size: UInt32(content.count))
      + [UInt8](repeating: 0, count: 256) + table
  }

  private static let end: UInt32 = 0xFFFF_FFFE
  private static let free: UInt32 = 0xFFFF_FFFF

  private static func header(directory: Int, tables: Range<Int>) -> [UInt8] {
    let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    let versions: [UInt8] = [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 10)
    let counts = number(UInt32(tables.count)) + number(UInt32(directory)) + number(0) + number(4096)
    let lists = number(end) + number(0) + number(end) + number(0)
    let places = (0..<109).flatMap { number($0 < tables.count ? UInt32(tables.lowerBound + $0) : free) }
    return signature + versions + counts + lists + places
  }

  private static func entry(_ name: String, _ type: UInt8, start: UInt32, size: UInt32) -> [UInt8] {
    let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let length = UInt8(units.count + 2)
    let text = units + [UInt8](repeating: 0, count: 64 - units.count)
    return text + [length, 0, type, 1] + [UInt8](repeating: 0, count: 48) + number(start) + number(size) + number(0)
  }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
