import CZlib
import Foundation
import Pages
import Testing

@testable import CairoBackend

@Suite struct ImageTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }

  static func fault(_ bytes: [UInt8]) -> ImageFault? {
    do {
      _ = try ImageFile.read(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("logo.png", .png, 180, 80), ("wide.png", .png, 2600, 1300), ("logo.jpg", .jpeg, 120, 60),
      ("grey.jpg", .jpeg, 120, 60), ("arms.svg", .svg, 80, 100),
    ] as [(String, Image.Format, Double, Double)])
  func goodFilesPass(_ name: String, _ format: Image.Format, _ width: Double, _ height: Double) throws {
    let image = try ImageFile.read(try Self.bytes(name))
    #expect(image.format == format && image.width == width && image.height == height && !image.isFlattened)
    #expect(try image.bytes == Self.bytes(name))
  }

  @Test(
    arguments: [
      ("cmyk.jpg", .notRGB), ("turned.jpg", .turned), ("huge.png", .tooManyPixels(width: 6000, height: 5000)),
    ] as [(String, ImageFault)])
  func filesThatCannotBeDrawnAreRefused(_ name: String, _ fault: ImageFault) throws {
    #expect(try Self.fault(Self.bytes(name)) == fault)
  }

  @Test(arguments: ["logo.png", "logo.jpg"]) func cutFilesAreRefused(_ name: String) throws {
    let whole = try Self.bytes(name)
    for length in [8, 20, 30, whole.count / 2, whole.count - 20] {
      #expect(Self.fault(Array(whole.prefix(length))) == .broken, "\(length)")
    }
  }

  /// Sizes of four bytes each, whose product no integer holds.
  @Test(arguments: [(0xFFFF_FFFF, 0xFFFF_FFFF), (0x8000_0000, 0xFFFF_FFFF), (1, 16_000_001), (4_001, 4_000)])
  func sizesBeyondAllMeasureAreRefused(_ width: Int, _ height: Int) throws {
    let size = Self.number(width) + Self.number(height)
    let bytes = try Self.grey(width: 30, height: 20, extra: 0, cut: 0)
    let changed = Array(bytes[..<16]) + size + Array(bytes[24...])
    #expect(Self.fault(changed) == .tooManyPixels(width: width, height: height))
  }

  /// Data behind the last row are unpacked for nothing; a few are passed over, as all programs do.
  @Test(arguments: [(0, nil), (20_000, nil), (2_000_000, .broken)] as [(Int, ImageFault?)])
  func dataBeyondTheRowsAreBounded(_ extra: Int, _ fault: ImageFault?) throws {
    for cut in [0, 7, 40] {
      #expect(try Self.fault(Self.grey(width: 30, height: 20, extra: extra, cut: cut)) == fault, "\(extra), \(cut)")
    }
  }

  /// A black PNG, whose data stand in two chunks.
  /// - Parameter cut: where the second chunk begins.
  static func grey(width: Int, height: Int, extra: Int, cut: Int) throws -> [UInt8] {
    let packed = try Self.packed([UInt8](repeating: 0, count: height * (width + 1) + extra))
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header: [UInt8] = Self.number(width) + Self.number(height) + [8, 0, 0, 0, 0]
    bytes += Self.chunk("IHDR", header)
    let cut = min(cut, packed.count)
    bytes += Self.chunk("IDAT", Array(packed[..<cut]))
    bytes += Self.chunk("IDAT", Array(packed[cut...]))
    return bytes + Self.chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body: [UInt8] = Array(name.utf8) + data
    let sum = Int(crc32(0, body, UInt32(body.count)))
    return number(data.count) + body + number(sum)
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { (shift: Int) -> UInt8 in UInt8(truncatingIfNeeded: value >> shift) }
  }

  static func packed(_ data: [UInt8]) throws -> [UInt8] {
    var count = compressBound(UInt(data.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    try #require(compress2(&packed, &count, data, UInt(data.count), 9) == Z_OK)
    return Array(packed[..<Int(count)])
  }

  @Test func otherFilesAreRefused() {
    #expect(Self.fault([]) == .unknownFormat)
    #expect(Self.fault(Array("GIF89a".utf8)) == .unknownFormat)
    #expect(Self.fault(Array("<html><body/></html>".utf8)) == .unknownFormat)
    #expect(Self.fault([0x1F, 0x8B, 8, 0]) == .compressed)
    #expect(Self.fault([UInt8](repeating: 0x20, count: ImageFile.largest + 1)) == .tooLarge)
  }

  static func svg(_ content: String, _ attributes: String = "viewBox=\"0 0 20 10\"") -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \(attributes)>\(content)</svg>
      """.utf8)
  }

  /// What is inside the drawing; what is wrong with it.
  @Test(
    arguments: [
      ("<text>A</text>", .text), ("<g><text><tspan/></text></g>", .text), ("<image href=\"a.png\"/>", .picture),
      ("<image href=\"data:image/png;base64,AA==\"/>", .picture), ("<script/>", .active("script")),
      ("<foreignObject/>", .active("foreignObject")), ("<rect><animate/></rect>", .active("animate")),
      ("<use xlink:href=\"http://x.mx/a.svg#b\"/>", .external("http://x.mx/a.svg#b")),
      ("<use href=\"/etc/passwd#b\"/>", .external("/etc/passwd#b")),
      ("<rect fill=\"url(a.svg#g)\"/>", .external("a.svg#g")),
      ("<style>@import 'a.css';</style>", .external("@import")),
      ("<style>rect { fill: url( 'http://x' ) }</style>", .external("http://x' ")),
      ("<style>@\\69mport 'a.css';</style>", .active("\\")),
      ("<style>@im<![CDATA[port 'a.css';]]></style>", .external("@import")),
      ("<rect style=\"fill:u\\72l(http://x)\"/>", .active("\\")), ("<g/>", .empty),
      ("<rect x=\"900\" width=\"9\" height=\"9\"/>", .empty),
      ("<rect systemLanguage=\"es\"/>", .active("systemLanguage")), ("<rect>", .broken), ("<rect a=1/>", .broken),
      (String(repeating: "<g/>", count: SVGPolicy.mostElements), .tooManyElements),
      ("<g \((0..<201).map { "a\($0)='1' " }.joined())/>", .tooManyAttributes),
    ] as [(String, ImageFault)])
  func drawingsWithMoreThanLinesAreRefused(_ content: String, _ fault: ImageFault) {
    #expect(Self.fault(Self.svg(content)) == fault)
  }

  @Test func entitiesAreNoWayOut() {
    let bomb =
      "<!DOCTYPE svg [<!ENTITY a \"\(String(repeating: "x", count: 1000))\">"
      + (1...9).map {
        "<!ENTITY \($0 == 1 ? "b1" : "b\($0)") \"\(String(repeating: $0 == 1 ? "&a;" : "&b\($0 - 1);", count: 10))\">"
      }
      .joined() + "]>"
    let bytes = Array(bomb.utf8) + Self.svg("<path d=\"&b9;\"/>")
    #expect(Self.fault(bytes) == .broken)
    let outside = "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
    #expect(Self.fault(Array(outside.utf8) + Self.svg("<desc>&a;</desc>")) != .unknownFormat)
  }

  /// What an entity says is drawn, though it stands elsewhere.
  @Test(arguments: ["<text>A</text>", "<image href='a.png'/>", "<rect width='9' height='9'/>"])
  func entitiesHideNothing(_ content: String) {
    let bytes = Array("<!DOCTYPE svg [<!ENTITY a \"\(content)\">]>".utf8) + Self.svg("&a;<path d=\"M1 1h9v9z\"/>")
    #expect(Self.fault(bytes) == .active("&a;"))
    let name = Array("<!DOCTYPE svg [<!ENTITY n 'http://x.mx/n'>]>".utf8)
    let harmless = Self.svg("<path xmlns:n=\"&n;\" d=\"M1 1h9v9z\"/>")
    #expect(Self.fault(name + harmless) == nil)
  }

  @Test func moreScansThanAPictureHasAreRefused() throws {
    let picture = try Self.bytes("logo.jpg")
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0]
    #expect(Self.fault(picture.dropLast(2) + Array(repeating: scan, count: 200).flatMap { $0 }) == .tooManyScans)
  }

  @Test(arguments: ["width=\"12000mm\" height=\"6000mm\"", "viewBox=\"0 0 90000 9\"", "width=\"32768\" height=\"9\""])
  func largeDrawingsKeepTheirShape(_ size: String) throws {
    let image = try ImageFile.read(Self.svg("<rect width=\"90000\" height=\"90000\"/>", size))
    #expect(max(image.width, image.height) <= 10_000.5 && image.width >= image.height)
  }

  @Test func aDrawingWithoutSizeIsRefused() {
    #expect(Self.fault(Self.svg("<rect width=\"3\" height=\"3\"/>", "width=\"100%\" height=\"100%\"")) == .noSize)
    #expect(Self.fault(Self.svg("<path d=\"M1 1h9v9z\"/>", "width=\"2cm\" height=\"1cm\"")) == nil)
  }

  @Test(arguments: [
    "<rect width=\"9\" height=\"9\" opacity=\"0.5\"/>", "<rect width=\"9\" height=\"9\" fill=\"rgba(9,9,9,.5)\"/>",
    "<rect width=\"9\" height=\"9\" style=\"stroke:#000;stroke-opacity:.2\"/>",
    "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\" stop-opacity=\"0\"/><stop offset=\"1\"/></linearGradient>"
      + "<rect width=\"9\" height=\"9\" fill=\"url(#g)\"/>",
    "<mask id=\"m\"><circle r=\"4\" fill=\"white\"/></mask><rect width=\"9\" height=\"9\" mask=\"url(#m)\"/>",
    "<filter id=\"f\"><feGaussianBlur stdDeviation=\"1\"/></filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>",
    "<rect width=\"9\" height=\"9\" style=\"mix-blend-mode:multiply\"/>",
    // Not transparent, but no lines: a link that Cairo would put on the page.
    "<a href=\"http://x.mx\"><rect width=\"9\" height=\"9\"/></a>",
  ])
  func transparentDrawingsAreFlattened(_ content: String) throws {
    #expect(try ImageFile.read(Self.svg(content)).isFlattened)
  }

  @Test(arguments: [
    "<rect width=\"9\" height=\"9\" opacity=\"1\"/>",
    "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"/><stop offset=\"1\"/></linearGradient>"
      + "<rect width=\"9\" height=\"9\" fill=\"url(#g)\"/>",
    "<clipPath id=\"c\"><circle r=\"4\"/></clipPath><rect width=\"9\" height=\"9\" clip-path=\"url(#c)\"/>",
    "<defs><path id=\"p\" d=\"M0 0h4v4z\"/></defs><use xlink:href=\"#p\"/>",
  ])
  func opaqueDrawingsStayDrawings(_ content: String) throws {
    #expect(try !ImageFile.read(Self.svg(content)).isFlattened)
  }

  @Test func orientationIsFoundInBothByteOrders() throws {
    let turned = try Self.bytes("turned.jpg")
    #expect(try JPEGHeader(turned).orientation == 6)
    #expect(try JPEGHeader(Self.bytes("logo.jpg")).orientation == 1)
  }

  @Test func pixelsAreMeans() throws {
    let wide = try CairoPixels.png(try Self.bytes("wide.png"))
    let small = try wide.reduced(to: 1200)
    #expect(small.width == 866 && small.height == 433)
    #expect(try CairoPixels.png(try Self.bytes("logo.png")).reduced(to: 1200).width == 180)
  }

  @Test func fillsItsFrameAndKeepsItsShape() {
    let image = Image(format: .png, bytes: [], width: 300, height: 100)
    #expect(image.size(within: Size(width: .pt(60), height: .pt(60))) == Size(width: .pt(60), height: .pt(20)))
    #expect(image.size(within: Size(width: .pt(900), height: .pt(10))) == Size(width: .pt(30), height: .pt(10)))
  }
}

@Suite struct ImageDrawingTests {
  static func page(_ names: [String]) throws -> Page {
    var frame = Frame(size: Size(width: .pt(200), height: .pt(100)))
    for (index, name) in names.enumerated() {
      let image = try ImageFile.read(try ImageTests.bytes(name))
      let room = Rect(x: .pt(10 + Double(index) * 45), y: .pt(10), width: .pt(40), height: .pt(40))
      let place = Rect(origin: room.origin, size: image.size(within: room.size))
      frame.add(.image(PlacedImage(image, in: place)), .artifact(.pagination))
    }
    return Page(frame: frame)
  }

  static func count(_ text: String, in bytes: [UInt8]) -> Int {
    let wanted = Array(text.utf8)
    return bytes.indices.count { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
  }

  /// Soft masks; Cairo 1.18 also says that there is none.
  static func masks(in file: [UInt8]) -> Int { count("/SMask", in: file) - count("/SMask /None", in: file) }

  @Test func isStoredOnceForAllPagesAndNeverTransparent() throws {
    let page = try Self.page(["logo.png", "logo.jpg", "arms.svg", "wide.png"])
    let file = try CairoPDF.draw([page, page, page])
    #expect(Self.count("/Subtype /Image", in: file) == 3 && Self.count("/Subtype /Form", in: file) == 1)
    #expect(Self.masks(in: file) == 0 && Self.count("/Interpolate true", in: file) == 0)
    #expect(Self.count("/DCTDecode", in: file) == 1)
    #expect(try file == CairoPDF.draw([page, page, page]))
  }

  @Test func pngsAndSVGsOfAPageAreTheSameEveryTime() throws {
    let page = try Self.page(["logo.png", "arms.svg", "logo.jpg"])
    #expect(try CairoPNG.draw(page, pixelsPerInch: 110) == CairoPNG.draw(page, pixelsPerInch: 110))
    let drawing = try CairoSVG.draw(page, title: "<Informe> & 2/3")
    #expect(try drawing == CairoSVG.draw(page, title: "<Informe> & 2/3"))
    // Cairo 1.16's name, and 1.18's.
    let names = ["id=\"image1\"", "id=\"source-1\""]
    #expect(names.contains { String(decoding: drawing, as: UTF8.self).contains($0) })
    #expect(String(decoding: drawing, as: UTF8.self).contains("<title>&lt;Informe&gt; &amp; 2/3</title>"))
  }
}
