import Pages
import Testing

@testable import CairoBackend

/// Damaged files: refused, or drawn; nothing else.
@Suite struct ImageFuzzTests {
  /// The same numbers every time (SplitMix64).
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static func damaged(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 32...126, using: &numbers), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      }
    }
    return bytes
  }

  @Test(arguments: ["logo.png", "logo.jpg", "grey.jpg", "arms.svg", "turned.jpg"])
  func damagedFilesAreRefusedOrDrawn(_ name: String) throws {
    let whole = try ImageTests.bytes(name)
    var numbers = Numbers(state: UInt64(whole.count))
    var refused = 0
    for _ in 0..<150 {
      guard let image = try? ImageFile.read(Self.damaged(whole, &numbers)) else {
        refused += 1
        continue
      }
      var frame = Frame(size: Size(width: .pt(60), height: .pt(60)))
      let size = image.size(within: frame.size)
      let place = Rect(x: .zero, y: .zero, width: size.width, height: size.height)
      frame.add(.image(PlacedImage(image, in: place)), .artifact(.pagination))
      let file = try CairoPDF.draw([Page(frame: frame)])
      #expect(ImageDrawingTests.masks(in: file) == 0)
    }
    #expect(refused > 10, "\(refused)")
  }
}
