/// A ZIP archive whose files are stored as they are (APPNOTE 4.3), with right checksums.
public enum StoredZip {
  public static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var (body, directory) = ([UInt8](), [UInt8]())
    for file in files {
      let fields = common(file)
      directory += number(0x0201_4B50, 4) + number(20, 2) + fields + number(0, 10) + number(body.count, 4)
      directory += Array(file.name.utf8)
      body += number(0x0403_4B50, 4) + fields + Array(file.name.utf8) + file.bytes
    }
    let end = number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    return body + directory + end + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
  }

  private static func common(_ file: (name: String, bytes: [UInt8])) -> [UInt8] {
    number(20, 2) + number(0, 4) + number(0, 4) + number(Int(checksum(file.bytes)), 4)
      + number(file.bytes.count, 4) + number(file.bytes.count, 4) + number(file.name.utf8.count, 2) + number(0, 2)
  }

  private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
