import CairoBackend
import PDFFinisher
import Pages
import Testing
import TextShaping

@Suite struct FinisherTests {
  static func document(date: CalendarDate? = nil, title: String = "Informe (a) \\ ñ") -> Document {
    let shaper = TextShaper(hyphenating: .spanish)
    var structure = StructureTree()
    let heading = structure.add(.heading1, in: structure.root)
    var frame = Frame(size: Size(width: .pt(400), height: .pt(300)))
    let point = Point(x: .pt(20), y: .pt(40))
    frame.add(.text(shaper.line("Título", TextStyle(.bold, .pt(12)), at: point)), .content(heading))
    return Document(
      pages: [Page(frame: frame)], structure: structure, outline: [],
      metadata: Metadata(title: title, language: "es-MX", date: date))
  }

  /// What Cairo writes for each page, and at the end.
  static func draw(_ pages: [Page]) throws -> (pages: [[UInt8]], end: [UInt8]) {
    var drawing = try CairoPDF()
    let drawn = try pages.map { try drawing.draw($0) }
    return (drawn, try drawing.finish())
  }

  static func finish(_ document: Document) throws -> [UInt8] {
    try finish(document, drawn: try draw(document.pages))
  }

  /// Finishes `document` from what may have been drawn of something else.
  static func finish(_ document: Document, drawn: (pages: [[UInt8]], end: [UInt8])) throws -> [UInt8] {
    let plan = DocumentPlan(document)
    var assembler = PDFAssembler(plan, FileSettings(creator: "prueba", producer: "prueba"))
    try assembler.append(plan.section(0), drawn: drawn.pages)
    return try assembler.finish(drawn: drawn.end)
  }

  static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: pattern) }
  }

  /// Metadata, profile and structure cost something; a page of one word stays below 8 KB with all of them.
  @Test func packsObjectsAndKeepsItSmall() throws {
    let finished = try Self.finish(Self.document())
    #expect(finished.count < 8_000)
    #expect(Self.contains(finished, "/ObjStm"))
  }

  @Test func saysWhichStandardsItKeeps() throws {
    let finished = try Self.finish(Self.document(title: "A & B <c>"))
    #expect(Self.contains(finished, "<pdfaid:part>3</pdfaid:part>"))
    #expect(Self.contains(finished, "<pdfaid:conformance>A</pdfaid:conformance>"))
    #expect(Self.contains(finished, "<pdfuaid:part>1</pdfuaid:part>"))
    #expect(Self.contains(finished, "A &amp; B &lt;c&gt;"))
  }

  @Test func refusesADocumentThatWasNotDrawn() throws {
    let drawn = try Self.draw(Self.document().pages)
    var other = Self.document()
    other.pages.append(Page(frame: Frame(size: Size(width: .pt(400), height: .pt(300)))))
    #expect(throws: FinishingError.self) { try Self.finish(other, drawn: drawn) }
    other.pages = [other.pages[1]]
    #expect(throws: FinishingError.self) { try Self.finish(other, drawn: drawn) }
  }

  @Test func linksOutOfTheDocumentAreAnError() throws {
    var document = Self.document()
    let link = document.structure.add(.link, in: document.structure.root)
    let area = Rect(x: .zero, y: .zero, width: .pt(9), height: .pt(9))
    document.pages[0].links = [
      LinkArea(area: area, destination: Destination(page: 7, top: .zero), element: link, description: "x")
    ]
    #expect(throws: FinishingError.self) { try Self.finish(document) }
  }

  @Test func sameDocumentSameBytes() throws {
    #expect(try Self.finish(Self.document()) == Self.finish(Self.document()))
  }

  @Test func refusesWhatIsNoPDF() {
    #expect(throws: FinishingError.self) { try Self.finish(Self.document(), drawn: ([Array("no es un PDF".utf8)], [])) }
  }

  @Test func refusesADamagedFile() throws {
    let drawn = try Self.draw(Self.document().pages)
    for count in stride(from: 0, to: drawn.pages[0].count, by: 97) {
      #expect(throws: FinishingError.self) {
        try Self.finish(Self.document(), drawn: ([Array(drawn.pages[0].prefix(count))], drawn.end))
      }
    }
    // What stands behind the objects is never read but for its first word.
    let objects = try #require(drawn.end.indices.last { drawn.end[$0...].starts(with: "\nxref\n".utf8) })
    let ends = drawn.end.indices.filter { drawn.end[$0...].starts(with: "endobj\n".utf8) }.map { $0 + 7 }
    for count in Array(stride(from: 0, to: objects, by: 97)) + ends {
      #expect(throws: FinishingError.self) {
        try Self.finish(Self.document(), drawn: (drawn.pages, Array(drawn.end.prefix(count))))
      }
    }
  }
}
