import CQPDF
import SystemLibraries

/// A PDF file to look into, whoever made it and in whatever state it is; owns libqpdf's object.
///
/// libqpdf finds its way in damaged files; what is repaired that way is read.
public final class PDFFile {
  let qpdf: qpdf_data
  /// libqpdf reads from here for as long as it lives.
  private let source: UnsafeMutableBufferPointer<CChar>

  /// - Parameter bytes: a whole file.
  public init(_ bytes: [UInt8]) throws(PDFReadingError) {
    do { try SystemLibrary.qpdf.require() } catch { throw .noLibrary(error) }
    room = UnpackedSize.largest(of: bytes)
    try UnpackedSize.check(bytes, limit: room)
    source = .allocate(capacity: bytes.count)
    _ = source.initialize(from: bytes.lazy.map { CChar(bitPattern: $0) })
    guard let qpdf = qpdf_init() else { preconditionFailure("libqpdf has no memory") }
    self.qpdf = qpdf
    qpdf_silence_errors(qpdf)
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE)
    let code = qpdf_read_memory(qpdf, "report", source.baseAddress, UInt64(source.count), nil)
    // Asking for what must be there makes libqpdf say what is wrong; of what it could not open it would say less.
    if qpdf_has_error(qpdf) == QPDF_FALSE { qpdf_oh_release(qpdf, qpdf_get_root(qpdf)) }
    if let error = PDFFile.takeError(qpdf) {
      if qpdf_get_error_code(qpdf, error) == qpdf_e_password { throw .encrypted }
      throw .unreadable(qpdf_get_error_message_detail(qpdf, error).map { String(cString: $0) } ?? "code \(code)")
    }
  }

  deinit {
    _ = PDFFile.takeError(qpdf)
    var pointer: qpdf_data? = qpdf
    qpdf_cleanup(&pointer)
    source.deallocate()
  }

  /// What went wrong last; libqpdf complains aloud of errors nobody asks for.
  static func takeError(_ qpdf: qpdf_data) -> qpdf_error? {
    qpdf_has_error(qpdf) == QPDF_FALSE ? nil : qpdf_get_error(qpdf)
  }

  var trailer: PDFObject { PDFObject(self, qpdf_get_trailer(qpdf)) }
  var root: PDFObject { PDFObject(self, qpdf_get_root(qpdf)) }

  /// Bytes that may still be unpacked.
  private(set) var room: Int
  /// Whether it holds more than any report does, so that not all of it was looked at.
  public private(set) var isTooLarge = false

  func use(_ count: Int) throws(PDFReadingError) {
    isTooLarge = isTooLarge || count > room
    guard !isTooLarge else { throw .tooLarge }
    room -= count
  }

  /// Fonts' maps by the number of the font, which many pages share.
  private var maps: [Int: CharacterMap] = [:]

  func map(of font: PDFObject) -> CharacterMap {
    if let number = font.number, let known = maps[number] { return known }
    let map = CharacterMap(
      (try? font["/ToUnicode"].data()) ?? [], width: font["/Subtype"].name == "Type0" ? 2 : 1)
    if let number = font.number { maps[number] = map }
    return map
  }

  /// Whether libqpdf can be asked for pages: it goes down their tree by calling itself, as deep as that is.
  private var isPageTreeSound: Bool {
    var waiting = [(node: root["/Pages"], depth: 1)]
    var seen: Set<Int> = []
    while let (node, depth) = waiting.popLast() {
      guard depth <= PDFFile.deepestPage, seen.count <= PDFFile.mostPages else { return false }
      if let number = node.number, !seen.insert(number).inserted { continue }
      for kid in node["/Kids"].items { waiting.append((kid, depth + 1)) }
      guard waiting.count <= PDFFile.mostPages else { return false }
    }
    return true
  }

  private static let deepestPage = 64
  private static let mostPages = 200_000

  private lazy var hasSoundPages = isPageTreeSound

  /// The pages in order; none where the tree of pages is beyond repair, or deeper or larger than any report's. Not kept:
  /// each holds this file, which would then never end.
  ///
  /// Not before they are asked for: of a page libqpdf loads all objects that are packed with it, and so nearly the whole
  /// file of thousands of pages, of which attached files alone may be wanted.
  var pages: [PDFObject] {
    guard hasSoundPages else {
      isTooLarge = true
      return []
    }
    let count = qpdf_get_num_pages(qpdf)
    return (0..<max(0, count)).map { PDFObject(self, qpdf_get_page_n(qpdf, Int($0))) }
  }

  public var pageCount: Int { pages.count }

  /// An entry of the document information dictionary, `Keywords` for instance; in a file of PDF/A-4, which must have no
  /// such dictionary, the same from its metadata.
  public func information(_ key: String) -> String? {
    trailer["/Info"].isNull ? metadataText(key) : trailer["/Info"]["/" + key].text
  }

  private static let metadataNames = [
    "Keywords": "pdf:Keywords", "Producer": "pdf:Producer", "Creator": "xmp:CreatorTool",
    "CreationDate": "xmp:CreateDate",
  ]

  private func metadataText(_ key: String) -> String? {
    guard let name = PDFFile.metadataNames[key], let packet = try? root["/Metadata"].data() else { return nil }
    let text = String(decoding: packet, as: UTF8.self).utf8
    guard let opening = text.firstRange(of: "<\(name)>".utf8),
      let closing = text[opening.upperBound...].firstRange(of: "</\(name)>".utf8)
    else { return nil }
    let value = String(text[opening.upperBound..<closing.lowerBound]) ?? ""
    return value.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}

extension PDFFile {
  /// BCP 47, as the catalog has it.
  public var language: String? { root["/Lang"].text }

  /// Of the first page, in points.
  public var pageSize: (width: Double, height: Double)? {
    let box = pages.first?["/MediaBox"].items.compactMap { Double($0.notation) } ?? []
    return box.count == 4 && box.allSatisfy { abs($0) < 100_000 } ? (box[2] - box[0], box[3] - box[1]) : nil
  }

  /// Which part of ISO 19005 the file claims to keep; nil for none.
  public var archivePart: Int? {
    guard let packet = try? root["/Metadata"].data() else { return nil }
    let text = String(decoding: packet, as: UTF8.self)
    let name = "pdfaid:part"
    guard let place = text.utf8.firstRange(of: name.utf8) else { return nil }
    return text[place.upperBound...].first(where: \.isNumber).flatMap { Int(String($0)) }
  }
}
