/// An opaque sRGB colour. There is no alpha: nothing on a page is transparent.
public struct Color: Hashable, Sendable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  /// `0xRRGGBB`.
  public init(_ rgb: UInt32) {
    red = UInt8(rgb >> 16 & 0xFF)
    green = UInt8(rgb >> 8 & 0xFF)
    blue = UInt8(rgb & 0xFF)
  }

  /// `#RRGGBB`, in either case.
  public init?(hex text: String) {
    let digits = text.dropFirst()
    guard text.first == "#", digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(value)
  }

  /// `#RRGGBB`.
  public var hex: String {
    "#"
      + [red, green, blue].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
  }

  public static let black = Color(0x000000)
  public static let white = Color(0xFFFFFF)
}

extension Color {
  /// Relative luminance, 0 black … 1 white (WCAG 2.1, "relative luminance").
  public var luminance: Double {
    func linear(_ byte: UInt8) -> Double {
      let c = Double(byte) / 255
      return c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio of two colours, 1…21 (WCAG 2.1, "contrast ratio").
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// `x` to the power 2.4 = x² · x^(2/5), by Newton's steps on the fifth root, so that no C library is needed.
private func power(_ x: Double) -> Double {
  guard x > 0 else { return 0 }
  let square = x * x
  var root = 1.0
  for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
  return square * root
}
