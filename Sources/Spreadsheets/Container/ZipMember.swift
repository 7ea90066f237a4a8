import CDeflate

/// Puts another content into one file of a ZIP archive (APPNOTE.TXT 6.3): every other file keeps its very bytes, packed as
/// they were, and so do order, names and dates of all.
enum ZipMember {
  /// - Parameter name: compared without case, as packages do.
  static func replaced(_ name: String, by content: [UInt8], in archive: [UInt8]) throws(SpreadsheetFailure) -> [UInt8] {
    let directory = try ZipDirectory(archive)
    guard let index = directory.entries.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw .damaged(part: name)
    }
    let entry = directory.entries[index]
    let fields = Fields(content)
    // A file begins with its own header and ends where the next one begins, descriptors behind it included.
    let ends = directory.entries.map(\.offset).filter { $0 > entry.offset } + [directory.start]
    let end = ends.min() ?? directory.start
    let header = try localHeader(of: entry, in: archive, fields)
    let change = header.count + fields.packed.count - (end - entry.offset)
    var result = Array(archive[..<entry.offset]) + header + fields.packed + archive[end..<directory.start]
    let start = result.count
    for (place, other) in directory.entries.enumerated() {
      var record = Array(archive[other.record])
      if place == index { fields.write(to: &record, at: 8, flags: entry.flags) }
      if other.offset > entry.offset { record.put(UInt32(other.offset + change), at: 42) }
      result += record
    }
    var tail = Array(archive[directory.end...])
    tail.put(UInt32(start), at: 16)
    return result + tail
  }

  /// Name and extra field stay as they were.
  private static func localHeader(
    of entry: ZipDirectory.Entry, in archive: [UInt8], _ fields: Fields
  ) throws(SpreadsheetFailure) -> [UInt8] {
    guard archive.number(at: entry.offset, 4) == 0x0403_4B50, let name = archive.number(at: entry.offset + 26, 2),
      let extra = archive.number(at: entry.offset + 28, 2), entry.offset + 30 + name + extra <= archive.count
    else { throw .damaged(part: entry.name) }
    var header = Array(archive[entry.offset..<(entry.offset + 30 + name + extra)])
    fields.write(to: &header, at: 6, flags: entry.flags)
    return header
  }

  /// What headers say of a content.
  private struct Fields {
    let packed: [UInt8]
    let size: Int
    let checksum: UInt32

    init(_ content: [UInt8]) {
      size = content.count
      checksum = libdeflate_crc32(0, content, content.count)
      guard let compressor = libdeflate_alloc_compressor(6) else { preconditionFailure("libdeflate has no memory") }
      defer { libdeflate_free_compressor(compressor) }
      let bound = libdeflate_deflate_compress_bound(compressor, content.count)
      packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = libdeflate_deflate_compress(compressor, content, content.count, buffer.baseAddress, bound)
      }
    }

    /// - Parameter place: of the flags, behind which method, time, checksum and sizes stand in both kinds of header.
    func write(to header: inout [UInt8], at place: Int, flags: Int) {
      // Sizes stand here, and not in a descriptor behind the content (4.4.4, bit 3).
      header.put(UInt16(flags & ~8), at: place)
      header.put(UInt16(8), at: place + 2)
      header.put(checksum, at: place + 8)
      header.put(UInt32(packed.count), at: place + 12)
      header.put(UInt32(size), at: place + 16)
    }
  }
}

/// The central directory of an archive that has no need of ZIP64, no password and one volume.
private struct ZipDirectory {
  struct Entry {
    let name: String
    /// Of its local header.
    let offset: Int
    let flags: Int
    /// The bytes of its own record here.
    let record: Range<Int>
  }

  private(set) var entries: [Entry] = []
  /// Of the first record.
  let start: Int
  /// Behind the last one: the end record.
  let end: Int

  init(_ archive: [UInt8]) throws(SpreadsheetFailure) {
    // It is the last record, behind which a comment of 65,535 bytes may stand.
    let places = stride(from: archive.count - 22, through: max(0, archive.count - 22 - 0xFFFF), by: -1)
    guard let end = places.first(where: { archive.number(at: $0, 4) == 0x0605_4B50 }),
      let count = archive.number(at: end + 10, 2), let start = archive.number(at: end + 16, 4),
      let size = archive.number(at: end + 12, 4), count < 0xFFFF, start + size == end
    else { throw .damaged(part: "ZIP") }
    (self.start, self.end) = (start, end)
    var place = start
    for _ in 0..<count {
      guard archive.number(at: place, 4) == 0x0201_4B50, let flags = archive.number(at: place + 8, 2),
        let name = archive.number(at: place + 28, 2), let extra = archive.number(at: place + 30, 2),
        let comment = archive.number(at: place + 32, 2), let offset = archive.number(at: place + 42, 4),
        place + 46 + name + extra + comment <= end, offset < start
      else { throw .damaged(part: "ZIP") }
      let record = place..<(place + 46 + name + extra + comment)
      let text = String(decoding: archive[(place + 46)..<(place + 46 + name)], as: UTF8.self)
      entries.append(Entry(name: text, offset: offset, flags: flags, record: record))
      place = record.upperBound
    }
    guard place == end else { throw .damaged(part: "ZIP") }
  }
}

extension [UInt8] {
  /// Of so many bytes, least first; nil beyond the end.
  fileprivate func number(at place: Int, _ bytes: Int) -> Int? {
    guard place >= 0, place + bytes <= count else { return nil }
    return self[place..<(place + bytes)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  fileprivate mutating func put(_ number: some FixedWidthInteger, at place: Int) {
    Swift.withUnsafeBytes(of: number.littleEndian) { replaceSubrange(place..<(place + $0.count), with: $0) }
  }
}
