/// The unit of a page's content: a twentieth of a point, 0.018 mm, a step of printers with 1,440 dots an inch.
///
/// Whole numbers of it take less room than points with decimals, and half of a page's content is such numbers.
enum Twentieths {
  /// Writes numbers that Cairo wrote in points, and whatever stands between them, as arrays do.
  /// - Parameter decimals: of the number at each position.
  static func write(
    _ points: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], decimals: (_ position: Int) -> Int
  ) {
    var (place, position) = (0, 0)
    while place < points.count {
      let byte = points[place]
      let isNumber = PDFLexer.isRegular(byte)
      if isNumber, place > 0, PDFLexer.isSpace(points[place - 1]), bytes.last != UInt8(ascii: "[") {
        bytes.append(UInt8(ascii: " "))
      }
      let end = isNumber ? PDFLexer.endOfWord(points, from: place) : place + 1
      if isNumber {
        bytes.write(twentieths: UnsafeBufferPointer(rebasing: points[place..<end]), decimals: decimals(position))
        position += 1
      } else if !PDFLexer.isSpace(byte) {
        bytes.append(byte)
      }
      place = end
    }
  }
}

extension [UInt8] {
  /// A number of points as twentieths, rounded half away from zero.
  fileprivate mutating func write(twentieths points: UnsafeBufferPointer<UInt8>, decimals: Int) {
    var (number, unit) = (0, 0)
    for byte in points where byte != UInt8(ascii: "-") {
      if byte == UInt8(ascii: ".") {
        unit = 1
      } else if unit < 1_000_000 {
        number = number * 10 + Int(byte &- UInt8(ascii: "0"))
        unit *= 10
      }
    }
    let (scale, divisor) = ([1, 10, 100][decimals], Swift.max(1, unit))
    let rounded = (number * 20 * scale * 2 + divisor) / (divisor * 2)
    if points.first == UInt8(ascii: "-"), rounded > 0 { append(UInt8(ascii: "-")) }
    write(rounded / scale)
    let rest = rounded % scale * (100 / scale)
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }
}
