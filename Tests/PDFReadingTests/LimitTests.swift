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

  /// However often a part is named, what it unpacks to counts each time.
  @Test func aStreamNamedOverAndOverIsRefused() throws {
    var pdf = HandmadePDF(catalog: "/Pages 2 0 R")
    let names = Array(repeating: "4 0 R", count: 2000).joined(separator: " ")
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [\(names)] >>")
    pdf.add(stream: HandmadePDF.packed(Self.zeros), "/Filter /FlateDecode")
    let file = try PDFFile(pdf.bytes)
    #expect(throws: PDFReadingError.tooLarge) { try file.pages[0].content() }
    #expect(file.isTooLarge)
  }

  /// One process looks at many files, within the memory of one.
  @Test func aFileEndsWithItsLastUse() throws {
    weak var kept: PDFFile?
    try { () throws in
      var pdf = HandmadePDF(catalog: "")
      pdf.add(stream: [1])
      let (file, other) = (try PDFFile(pdf.bytes), try PDFFile(pdf.bytes))
      #expect(file.pages.count == 1 && file.embeddedFiles().isEmpty)
      #expect(file.comparison(with: other).differences.isEmpty)
      kept = file
    }()
    #expect(kept == nil)
  }

  @Test func aDeepTreeOfPagesIsRefused() throws {
    var pdf = HandmadePDF(catalog: "/Pages 2 0 R")
    for index in 0..<5000 { pdf.add("<< /Type /Pages /Kids [\(index + 3) 0 R] /Count 1 >>") }
    pdf.add("<< /Type /Page /MediaBox [0 0 9 9] >>")
    let file = try PDFFile(pdf.bytes)
    #expect(!file.isTooLarge && file.pages.isEmpty && file.isTooLarge)
  }

  /// A few bytes that speak of all codes, over and over, or of long texts.
  @Test(arguments: ["<0000> <ffff> <0041>", "<0000> <ffff> <\(String(repeating: "0041", count: 5000))>"])
  func aMapOfAllCodesIsBounded(_ range: String) {
    let lines = Array(repeating: range, count: 20).joined(separator: "\n")
    let map = CharacterMap(Array("20 beginbfrange\n\(lines)\nendbfrange".utf8), width: 2)
    #expect(!map.text(of: [0, 0]).isEmpty && map.size <= 1 << 18)
  }

  @Test(arguments: ["[0 0 1e300 1e300]", "[0 0 99999999999 1]", "[0 0]", "[(a) 0 1 1]"])
  func sizesOfNoPaperAreNone(_ box: String) throws {
    var pdf = HandmadePDF(catalog: "/Pages 2 0 R")
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox \(box) >>")
    let size = try PDFFile(pdf.bytes).pageSize
    // libqpdf 12 puts Letter in the place of a box that is none.
    #expect(size == nil || size?.width == 612 && size?.height == 792)
  }
}
