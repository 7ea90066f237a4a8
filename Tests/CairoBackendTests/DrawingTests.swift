import CairoBackend
import Foundation
import Pages
import Testing
import TextShaping

@Suite struct DrawingTests {
  static let shaper = TextShaper(hyphenating: .spanish)

  static func document(_ texts: [String]) -> Document {
    var structure = StructureTree()
    let pages = texts.enumerated().map { index, text in
      var frame = Frame(size: Size(width: .pt(400), height: .pt(300)))
      let heading = structure.add(.heading1, in: structure.root)
      for (row, face) in FontFace.allCases.enumerated() {
        let point = Point(x: .pt(20), y: .pt(40 + Double(row) * 30))
        frame.add(.text(shaper.line(text, TextStyle(face, .pt(12)), at: point)), .content(heading))
      }
      let box = Rect(x: .pt(100), y: .pt(200), width: .pt(50), height: .pt(50))
      frame.add(.shape(Shape(.rect(box), fill: Color(0x12436D))), .artifact(.layout))
      return Page(frame: frame)
    }
    return Document(
      pages: pages, structure: structure, outline: [], metadata: Metadata(title: "Título (1)", language: "es-MX"))
  }

  static func draw(_ texts: [String]) throws -> [UInt8] { try CairoPDF.draw(document(texts).pages) }

  @Test func writesAWholeFile() throws {
    let bytes = try Self.draw(["uno", "dos"])
    #expect(bytes.starts(with: Array("%PDF-1.4".utf8)))
    #expect(String(decoding: bytes.suffix(6), as: UTF8.self) == "%%EOF\n")
  }

  /// A drawing that is given up in the midst leaves no surface behind that writes or draws later.
  @Test func aDrawingGivenUpIsCleanedUp() throws {
    for _ in 0..<20 {
      let page = Self.document(["uno 漢 dos"]).pages[0]
      #expect(throws: DrawingError.self) { try CairoPDF.draw([Self.document(["uno"]).pages[0], page]) }
      #expect(throws: DrawingError.self) { try CairoSVG.draw(page, title: "uno") }
      #expect(throws: DrawingError.self) { try CairoPNG.draw(page, pixelsPerInch: 20) }
    }
    #expect(try Self.draw(["uno"]).count > 1000)
  }

  /// Cairo would leave the words out.
  @Test func aTextOffThePageIsNotDrawn() throws {
    var page = Self.document(["uno"]).pages[0]
    page.shift(by: Point(x: page.size.width, y: .zero))
    #expect(throws: DrawingError.self) { try CairoPDF.draw([page]) }
  }

  @Test func sameDocumentSameBytes() throws {
    #expect(try Self.draw(["ñandú −27", "b"]) == Self.draw(["ñandú −27", "b"]))
  }

  @Test func picturesShowWhatIsThere() throws {
    let page = Self.document(["uno"]).pages[0]
    let png = try CairoPNG.draw(page, pixelsPerInch: 144)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // IHDR: width and height, big-endian.
    #expect(png[16..<24].elementsEqual([0, 0, 3, 32, 0, 0, 2, 88]))
    #expect(try png == CairoPNG.draw(page, pixelsPerInch: 144))
  }
}
