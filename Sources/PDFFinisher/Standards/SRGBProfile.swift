#if canImport(Glibc)
  import Glibc
#endif

/// A colour profile of sRGB (IEC 61966-2-1) as ICC.1:2001-04 (version 2) has it, made from the standard's numbers, so
/// that nobody else's file is shipped.
enum SRGBProfile {
  static let bytes: [UInt8] = {
    let curve = toneCurve
    let parts: [(names: [String], body: [UInt8])] = [
      (["desc"], description), (["cprt"], tag("text") + Array("No copyright, use freely\0".utf8)),
      (["wtpt"], xyz(0xF6D6, 0x10000, 0xD32D)), (["rXYZ"], xyz(0x6FA2, 0x38F5, 0x0390)),
      (["gXYZ"], xyz(0x6299, 0xB785, 0x18DA)), (["bXYZ"], xyz(0x24A0, 0x0F84, 0xB6CF)),
      (["rTRC", "gTRC", "bTRC"], curve),
    ]
    let count = parts.reduce(0) { $0 + $1.names.count }
    var table = number(UInt32(count))
    var data: [UInt8] = []
    let start = 128 + 4 + 12 * count
    for part in parts {
      for name in part.names {
        table += Array(name.utf8) + number(UInt32(start + data.count)) + number(UInt32(part.body.count))
      }
      data += part.body + [UInt8](repeating: 0, count: (4 - part.body.count % 4) % 4)
    }
    return header(size: UInt32(start + data.count)) + table + data
  }()

  private static func header(size: UInt32) -> [UInt8] {
    var header = number(size) + number(0) + number(0x0210_0000) + Array("mntrRGB XYZ ".utf8)
    // A fixed date: the profile is the same every day.
    header += [2000, 1, 1, 0, 0, 0].flatMap { short(UInt16($0)) } + Array("acsp".utf8)
    header += [UInt8](repeating: 0, count: 28) + number(0xF6D6) + number(0x10000) + number(0xD32D)
    return header + [UInt8](repeating: 0, count: 128 - header.count)
  }

  private static var description: [UInt8] {
    let name = Array("sRGB\0".utf8)
    return tag("desc") + number(UInt32(name.count)) + name + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67)
  }

  /// Encoded value to light, IEC 61966-2-1, 5.2.
  private static var toneCurve: [UInt8] {
    let steps = 256
    let light = (0..<steps).flatMap { step -> [UInt8] in
      let value = Double(step) / Double(steps - 1)
      let linear = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      return short(UInt16((linear * 65535).rounded()))
    }
    return tag("curv") + number(UInt32(steps)) + light
  }

  private static func xyz(_ x: UInt32, _ y: UInt32, _ z: UInt32) -> [UInt8] {
    tag("XYZ ") + number(x) + number(y) + number(z)
  }

  private static func tag(_ name: String) -> [UInt8] { Array(name.utf8) + number(0) }
  private static func short(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
  private static func number(_ value: UInt32) -> [UInt8] {
    short(UInt16(value >> 16)) + short(UInt16(value & 0xFFFF))
  }
}
