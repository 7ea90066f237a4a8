import SystemLibraries

@testable import PDFReading

/// Changes one thing in a report as someone would who knows PDF: a well-made later revision in which all fits.
struct SmartForgery {
  enum Kind: String, CaseIterable {
    case cover, link, note, pageAction, openAction, script, outline, structure, alternative, information, language
    case data, glyphs, meaning, colours, box, rotation, nothing
  }

  private let original: [UInt8]
  private let file: PDFFile

  init(_ original: [UInt8]) throws {
    self.original = original
    file = try PDFFile(original)
  }

  /// The codes of which one must tell the change.
  static func codes(_ kind: Kind) -> Set<String> {
    switch kind {
    case .cover: ["drawing-differs"]
    case .link, .note: ["annotations-differ"]
    case .pageAction, .openAction, .script: ["actions-differ"]
    case .outline: ["outline-differs"]
    case .structure, .alternative: ["structure-differs"]
    case .information: ["metadata-differs"]
    case .language: ["catalog-differs"]
    case .data: ["attachment-differs"]
    case .glyphs, .meaning: ["fonts-differ"]
    case .colours: ["colour-profile-differs"]
    case .box, .rotation: ["page-differs"]
    case .nothing: ["revision-appended"]
    }
  }

  /// The report with a change of the kind somewhere; nil where it has nothing to change so.
  func report(_ kind: Kind, _ random: inout SplitMix) throws -> [UInt8]? {
    let page = file.pages[Int.random(in: 0..<file.pages.count, using: &random)]
    let number = Int.random(in: 1...400, using: &random)
    let script = "<< /S /JavaScript /JS (app.alert\\(\(number)\\)) >>"
    switch kind {
    case .cover:
      let content = page["/Contents"].items.last ?? page["/Contents"]
      return try stream(content, try content.data() + Array("\nq 1 g \(number) 200 60 12 re f Q".utf8))
    case .link:
      guard let link = page["/Annots"].items.randomElement(using: &random) else { return nil }
      return dictionary(link, ["/Rect": "[\(number) 10 \(number + 90) 40]"])
    case .note:
      let notes = page["/Annots"].items.compactMap(\.number).map { "\($0) 0 R" }.joined(separator: " ")
      let text = "<< /Type /Annot /Subtype /FreeText /Rect [\(number) 200 500 220] /Contents (Meta: 100) /F 4 >>"
      return dictionary(page, ["/Annots": "[\(notes) \(text)]"])
    case .pageAction: return dictionary(page, ["/AA": "<< /O \(script) >>"])
    case .openAction: return dictionary(file.root, ["/OpenAction": script])
    case .script:
      let files = SmartForgery.notation(file.root["/Names"]["/EmbeddedFiles"])
      return dictionary(
        file.root, ["/Names": "<< /EmbeddedFiles \(files) /JavaScript << /Names [(a) \(script)] >> >>"])
    case .outline: return dictionary(file.root["/Outlines"]["/First"], ["/Title": "(Cap. \(number))"])
    case .structure:
      return elements.randomElement(using: &random).flatMap { dictionary($0, ["/S": "/BlockQuote"]) }
    case .alternative:
      return elements.randomElement(using: &random).flatMap {
        dictionary($0, ["/Alt": "(Se cumpli\u{F3} \(number) %)"])
      }
    case .information: return dictionary(file.trailer["/Info"], ["/Title": "(Informe \(number))"])
    case .language: return dictionary(file.root, ["/Lang": "(x-\(number % 90 + 10))"])
    case .data:
      guard let file = file.root["/AF"].items.first(where: { $0["/UF"].text == "datos.csv" }) else { return nil }
      let data = try file["/EF"]["/F"].data() + Array("\(number)\r\n".utf8)
      let sum = Digest.md5(data).description
      return try stream(file["/EF"]["/F"], data, ["/Params": "<< /Size \(data.count) /CheckSum <\(sum)> >>"])
    case .glyphs:
      guard let font = fonts(of: page).randomElement(using: &random) else { return nil }
      let descriptor = (font["/DescendantFonts"].items.first ?? font)["/FontDescriptor"]
      let keys = ["/FontFile", "/FontFile2", "/FontFile3"]
      guard let program = keys.map({ descriptor[$0] }).first(where: { $0.kind == .stream }) else { return nil }
      return try stream(program, try SmartForgery.flipped(program.data(), &random))
    case .meaning:
      guard let font = fonts(of: page).randomElement(using: &random) else { return nil }
      let map = String(decoding: try font["/ToUnicode"].data(), as: UTF8.self)
      let changed = map.replacing("<0033>", with: "<0038>").replacing("<0061>", with: "<0065>")
      return changed == map ? nil : try stream(font["/ToUnicode"], Array(changed.utf8))
    case .colours:
      let profile = file.root["/OutputIntents"][0]["/DestOutputProfile"]
      return try stream(profile, try SmartForgery.flipped(profile.data(), &random))
    case .box: return dictionary(page, ["/CropBox": "[0 0 \(number + 100) 300]"])
    case .rotation: return dictionary(page, ["/Rotate": "\(90 * (number % 3 + 1))"])
    case .nothing: return dictionary(page, [:])
    }
  }

  private static func flipped(_ data: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var data = data
    data[Int.random(in: 0..<data.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
    return data
  }

  private func fonts(of page: PDFObject) -> [PDFObject] {
    let fonts = page["/Resources"]["/Font"]
    return fonts.keys.map { fonts[$0] }
  }

  private var elements: [PDFObject] {
    var (found, waiting) = ([PDFObject](), file.root["/StructTreeRoot"]["/K"].kids)
    while let element = waiting.popLast() {
      if element.number != nil, element["/S"].name != nil { found.append(element) }
      waiting += element["/K"].kids
    }
    return found
  }

  private static func notation(_ object: PDFObject) -> String { object.number.map { "\($0) 0 R" } ?? object.notation }

  private static func entries(_ object: PDFObject, _ changed: [String: String], without: Set<String> = []) -> String {
    let keys = Set(object.keys).union(changed.keys).subtracting(without).sorted()
    return keys.map { "\($0) \(changed[$0] ?? notation(object[$0]))" }.joined(separator: " ")
  }

  private func dictionary(_ object: PDFObject, _ changed: [String: String]) -> [UInt8]? {
    object.number.map { revision($0, Array("<< \(SmartForgery.entries(object, changed)) >>".utf8)) }
  }

  private func stream(
    _ object: PDFObject, _ data: [UInt8], _ changed: [String: String] = [:]
  ) throws -> [UInt8] {
    guard let number = object.number else { throw PDFReadingError.damagedStream }
    let rest = SmartForgery.entries(object, changed, without: ["/Length", "/Filter", "/DecodeParms"])
    return revision(
      number, Array("<< /Length \(data.count) \(rest) >>\nstream\n".utf8) + data + Array("\nendstream".utf8))
  }

  private func revision(_ number: Int, _ body: [UInt8]) -> [UInt8] {
    var forged = original + [10]
    let place = String(forged.count)
    forged += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    let table = forged.count
    let digits = String(repeating: "0", count: 10 - place.count) + place
    let references = ["/Root", "/Info"].compactMap { key in file.trailer[key].number.map { "\(key) \($0) 0 R" } }
    let last =
      String(decoding: original.suffix(64), as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { Int($0) }.last ?? 0
    let trailer = (references + ["/Size \(file.trailer["/Size"].notation)", "/Prev \(last)"]).joined(separator: " ")
    forged += Array("xref\n\(number) 1\n\(digits) 00000 n \ntrailer\n<< \(trailer) >>\n".utf8)
    return forged + Array("startxref\n\(table)\n%%EOF\n".utf8)
  }
}

extension PDFObject {
  fileprivate var kids: [PDFObject] { kind == .array ? items : kind == .dictionary ? [self] : [] }
}
