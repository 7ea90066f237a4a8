import Testing

@testable import PDFReading

@Suite struct LimitTests {
  static let zeros = [UInt8](repeating: 0, count: 1_000_000)

  static func pdf(_ data: [UInt8]) -> [UInt8] {
    var pdf = HandmadePDF(catalog: "")
    pdf.add(stream: data, "/Filter /FlateDecode")
    return pdf.bytes
  }

  @Test func whatUnpacksToTooMuchIsRefused() throws {
    let bytes = Self.pdf(HandmadePDF.packed(Self.zeros))
    #expect(bytes.count < 2_000)
    #expect(throws: PDFReadingError.tooLarge) { try UnpackedSize.check(bytes, limit: 900_000) }
    try UnpackedSize.check(bytes, limit: 1_100_000)
  }

  @Test func soIsWhatIsPackedTwice() {
    let bytes = Self.pdf(HandmadePDF.packed(HandmadePDF.packed(Self.zeros)))
    #expect(throws: PDFReadingError.tooLarge) { try UnpackedSize.check(bytes, limit: 900_000) }
  }

  @Test func soAreManySmallStreamsTogether() {
    var pdf = HandmadePDF(catalog: "")
    for _ in 0..<10 { pdf.add(stream: HandmadePDF.packed(Array(Self.zeros.prefix(100_000)))) }
    #expect(throws: PDFReadingError.tooLarge) { try UnpackedSize.check(pdf.bytes, limit: 900_000) }
  }

  @Test func aStreamHasItsOwnLimit() {
    let packed = HandmadePDF.packed(Self.zeros)
    #expect(throws: PDFReadingError.tooLarge) { try Inflate.bytes(packed, limit: 999_999) }
    #expect(throws: PDFReadingError.damagedStream) { try Inflate.bytes(packed.dropLast(5) + [], limit: 2_000_000) }
    #expect((try? Inflate.bytes(packed, limit: 1_000_000)) == Self.zeros)
  }

  @Test(arguments: ["", "hola", "%PDF-1.7\n"])
  func whatIsNoPDFIsRefused(_ text: String) {
    #expect(throws: PDFReadingError.self) { try PDFFile(Array(text.utf8)) }
  }
}
