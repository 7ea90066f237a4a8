import Foundation
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel
import Testing

@testable import PDFReading
@testable import ReportPipeline

/// What a finished file tells those who hear it, search it, print it or follow its links, read back from the file.
@Suite struct AccessibleFileTests {
  /// The seed in a layout that has everything: two wrong figures, place and date.
  static func file(
    _ source: Source = VerifierTests.seed, language: Language = .es, standard: PDFStandard = .a3a,
    _ change: (inout LayoutOptions) -> Void = { _ in }
  ) throws -> PDFFile {
    var layout = LayoutOptions(language: language, date: CalendarDate(iso: "2024-01-15"))
    layout.place = "Toluca"
    change(&layout)
    return try PDFFile(VerifierTests.report(source, ReportConfiguration(layout: layout, standard: standard)))
  }

  /// A table of so many activities with long names, the first with a wrong variation.
  static func table(_ count: Int) -> Source {
    let words = "inconstitucionalidad administrativamente correspondientes desconcentración "
    let rows = (1...count).map { number in
      let name = "Actividad \(number) de " + String(repeating: words, count: 2) + "municipales"
      return "\(number)\t\(name)\tObjetivo: " + String(repeating: words, count: 6) + "\t5\t4\t\(number == 1 ? 9 : 1)\n"
    }
    let head = "DIRECCIÓN DE PRUEBAS 2023\nNo.\tACTIVIDAD\tOBJETIVO\tENE-DIC\t\t\n\t\t\tPROG\tREAL\tVAR\n"
    return Source(path: "t.tsv", bytes: Array((head + rows.joined()).utf8))
  }

  /// Every element of a file's structure tree, with the path of types that leads to it.
  static func elements(_ file: PDFFile) -> [(path: [String], object: PDFObject)] {
    var found: [(path: [String], object: PDFObject)] = []
    func visit(_ object: PDFObject, _ path: [String]) {
      guard let type = object["/S"].name else { return }
      found.append((path + [type], object))
      for kid in kids(object) { visit(kid, path + [type]) }
    }
    for kid in kids(file.root["/StructTreeRoot"]) { visit(kid, []) }
    return found
  }

  static func kids(_ element: PDFObject) -> [PDFObject] {
    let kids = element["/K"]
    return kids.kind == .array ? kids.items : kids.isNull ? [] : [kids]
  }

  static func elements(_ type: String, of file: PDFFile) -> [PDFObject] {
    elements(file).filter { $0.path.last == type }.map(\.object)
  }

  static func numbers(_ array: PDFObject) -> [Double] { array.items.compactMap { Double($0.notation) } }

  /// ISO 32000-1, 14.8.5.4.3.
  @Test func figuresSayWhereTheyStand() throws {
    let figures = Self.elements("Figure", of: try Self.file())
    #expect(figures.count == 10)
    for figure in figures {
      let layout = figure["/A"]
      let box = Self.numbers(layout["/BBox"])
      #expect(layout["/O"].name == "Layout" && layout["/Placement"].name == "Block")
      #expect(box.count == 4 && 0 < box[0] && box[0] < box[2] && box[2] < 792)
      #expect(box.count == 4 && 0 < box[1] && box[1] < box[3] && box[3] < 612)
      #expect(figure["/Alt"].text?.contains("tabla") == true)
    }
  }

  @Test func everyCellOfTheTableNamesItsRow() throws {
    let rows = Self.elements(try Self.file()).filter { $0.path.suffix(3) == ["Table", "TBody", "TR"] }.map(\.object)
    let main = rows.filter { Self.kids($0).count > 20 }
    #expect(main.count == 5)
    for row in main {
      let name = Self.kids(row).first { $0["/S"].name == "TH" }?["/ID"].text
      #expect(name != nil)
      for cell in Self.kids(row) where cell["/S"].name == "TD" {
        let headers = cell["/A"]["/Headers"].items.map(\.text)
        #expect(headers.first == name && headers.count >= 2)
      }
    }
  }

  /// A mark leads to its note, and the note back to the mark; both on the table's page and on the activity's.
  @Test func notesAndMarksLeadToEachOther() throws {
    let file = try Self.file()
    let pages = Dictionary(file.pages.enumerated().map { ($1.number ?? 0, $0) }) { first, _ in first }
    /// The page a link stands on, how far up, and where it leads.
    func ends(_ link: PDFObject) throws -> (page: Int, box: [Double], to: Int, top: Double) {
      let annotation = try #require(Self.kids(link).first { $0["/Type"].name == "OBJR" })
      let destination = annotation["/Obj"]["/Dest"]
      return (
        try #require(pages[annotation["/Pg"].number ?? 0]), Self.numbers(annotation["/Obj"]["/Rect"]),
        try #require(pages[destination[0].number ?? 0]), try #require(Double(destination[3].notation))
      )
    }
    let all = Self.elements(file)
    let marks = try all.filter { $0.path.suffix(2) == ["Reference", "Link"] }.map { try ends($0.object) }
    let notes = try all.filter { $0.path.suffix(3) == ["Note", "Lbl", "Link"] }.map { try ends($0.object) }
    #expect(marks.count == 4 && notes.count == 4)
    for mark in marks {
      let leadsBack = notes.contains { note in
        note.page == mark.to && abs(note.box[3] - mark.top) < 2 && note.to == mark.page
          && abs(note.top - mark.box[3]) < 2
      }
      #expect(leadsBack)
    }
    #expect(all.count { $0.path.suffix(2) == ["Note", "P"] } == 4)
  }

  @Test func sourceWordsHaveTheirLanguageInAnEnglishReport() throws {
    let english = try Self.file(language: .en)
    let spanish = Self.elements(english).filter { $0.object["/Lang"].text == "es-MX" }.map { $0.path.last ?? "" }
    for type in ["H2", "TH", "TD", "P"] { #expect(spanish.contains(type)) }
    #expect(Self.elements(try Self.file()).allSatisfy { $0.object["/Lang"].isNull })
  }

  @Test func placeDateAndDataAreSaidOnce() throws {
    let lines = try TagTree(Self.file()).lines
    for text in ["Toluca, a 15 de enero de 2024", "Datos: "] {
      #expect(lines.components(separatedBy: text).count == 2)
    }
    #expect(lines.components(separatedBy: "P \"Programado Realizado \"").count == 2)
  }

  @Test func listsAndAbbreviationsSayWhatTheyAre() throws {
    let file = try Self.file()
    let lists = Self.elements("L", of: file)
    #expect(!lists.isEmpty && lists.allSatisfy { $0["/A"]["/ListNumbering"].name != nil })
    let expansions = Set(Self.elements(file).compactMap { $0.object["/E"].text })
    #expect(expansions.isSuperset(of: ["Programado", "Variación", "Número"]))
  }

  /// One area for each row, as high as it; the way back leads to the row.
  @Test func linksCoverTheRowAndLeadBackToIt() throws {
    let file = try Self.file()
    let rows = file.pages[0]["/Annots"].items.map { Self.numbers($0["/Rect"]) }.filter { $0[3] - $0[1] > 20 }
    #expect(rows.count == 5)
    for (above, below) in zip(rows, rows.dropFirst()) { #expect(abs(above[1] - below[3]) < 0.02) }
    for (index, page) in file.pages.dropFirst().enumerated() {
      let back = page["/Annots"].items.map { $0["/Dest"] }.first { $0[0].number == file.pages[0].number }
      #expect(abs((Double(back?[3].notation ?? "") ?? 0) - rows[index][3]) < 0.02)
    }
  }

  /// A word that a line's end divides is found as one; the page's own text has no hyphen left to skip.
  @Test func dividedWordsAreReadWhole() throws {
    let file = try Self.file(Self.table(9))
    let pieces = file.pages.flatMap { PageText($0).pieces }.joined()
    #expect(!pieces.contains("\u{AD}"))
    let parts = pieces.components(separatedBy: "inconsti").count
    #expect(parts > 20 && parts == pieces.components(separatedBy: "inconstitucionalidad").count)
    let contents = try file.pages.map { String(decoding: try $0.content(), as: UTF8.self) }
    #expect(contents.contains { $0.contains("/Span<</ActualText(") })
  }

  @Test func printersTakeThePaperAndScaleUnlessBound() throws {
    let loose = try Self.file().root["/ViewerPreferences"]
    #expect(loose["/PickTrayByPDFSize"].notation == "true" && loose["/PrintScaling"].isNull)
    let bound = try Self.file { $0.binding = Binding(.left) }.root["/ViewerPreferences"]
    #expect(bound["/PrintScaling"].name == "None")
  }

  @Test func longFilesOpenWithAShortOutline() throws {
    #expect(try Self.file().root["/PageMode"].isNull)
    let long = try Self.file(Self.table(30))
    #expect(long.root["/PageMode"].name == "UseOutlines")
    var entry = long.root["/Outlines"]["/First"]
    var count = 0
    while let title = entry["/Title"].text {
      #expect(title.count <= 65)
      count += 1
      entry = entry["/Next"]
    }
    // The table and each activity, and what else the report begins with.
    #expect(count >= 31)
  }

  /// What a page says comes before what all pages repeat.
  @Test func contentIsDrawnBeforeHeadAndFoot() throws {
    let file = try Self.file()
    let opening = PageText(file.pages[0]).pieces
    #expect(opening.firstIndex { $0.hasPrefix("Datos: ") } ?? 0 > opening.count / 2)
    for page in file.pages.dropFirst() {
      let pieces = PageText(page).pieces
      #expect(pieces.first?.hasPrefix("Actividad ") == true)
      #expect(pieces.suffix(2).contains { $0.hasPrefix("Datos: ") })
    }
    #expect(Set(file.pages.dropFirst(2).map { $0["/Contents"][1].number }).count <= 3)
  }

  /// PDF/A-4f with PDF/UA-2: PDF 2.0, no information dictionary, destinations that name elements.
  @Test func partFourIsPDF2() throws {
    let bytes = try VerifierTests.report(VerifierTests.seed, ReportConfiguration(standard: .a4f))
    #expect(bytes.starts(with: Array("%PDF-2.0\n".utf8)))
    let file = try PDFFile(bytes)
    #expect(file.trailer["/Info"].isNull && file.archivePart == 4)
    #expect(file.root["/StructTreeRoot"]["/Namespaces"][0]["/NS"].text == "http://iso.org/pdf2/ssn")
    #expect(Self.elements("FENote", of: file).allSatisfy { !$0["/Ref"].isNull && !$0["/NS"].isNull })
    for annotation in file.pages.flatMap({ $0["/Annots"].items }) {
      #expect(annotation["/Dest"].isNull && annotation["/A"]["/SD"][0]["/S"].name != nil)
    }
    #expect(try VerifierTests.verify(bytes).verdict == .identical)
  }
}
