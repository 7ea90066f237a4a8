import FixedAdvance
import Gallery
import Pages
import Testing

@testable import ReportLayout

/// What must hold on every page of every report of the gallery.
@Suite struct GeometryTests {
  static let settings = GallerySetting.all

  @Test func theGalleryIsLargeAndNamed() {
    #expect(Self.settings.count >= 50)
    #expect(Set(Self.settings.map(\.name)).count == Self.settings.count)
  }

  @Test(arguments: settings)
  func nothingLeavesThePage(_ setting: GallerySetting) {
    for (number, page) in setting.document.pages.enumerated() {
      let sheet = Rect(origin: .zero, size: page.size).inset(by: .pt(15))
      for text in page.texts { #expect(sheet.contains(text.box), "\(text.text), page \(number + 1)") }
      for (shape, _) in page.shapes {
        for box in shape.strokes { #expect(sheet.contains(box), "page \(number + 1)") }
      }
    }
  }

  /// Legends behind titles, labels at lines' ends.
  @Test(arguments: settings)
  func noTextLeavesTheMargins(_ setting: GallerySetting) {
    let body = setting.context.body
    for (number, page) in setting.document.pages.enumerated() {
      for text in page.texts {
        let isInside = text.box.minX > body.minX - .pt(0.5) && text.box.maxX < body.maxX + .pt(0.5)
        #expect(isInside, "\(text.text), page \(number + 1)")
      }
    }
  }

  @Test(arguments: settings)
  func noTextStandsOnAnother(_ setting: GallerySetting) {
    for (number, page) in setting.document.pages.enumerated() {
      let texts = page.texts.sorted { $0.box.minY < $1.box.minY }
      for (first, a) in texts.enumerated() {
        for b in texts[(first + 1)...] {
          if b.box.minY >= a.box.maxY { break }
          #expect(!a.box.inset(by: .pt(0.05)).overlaps(b.box), "\(a.text) on \(b.text), page \(number + 1)")
        }
      }
    }
  }

  /// No rule, line or bar runs through a text.
  @Test(arguments: settings)
  func noTextIsStruck(_ setting: GallerySetting) {
    for (number, page) in setting.document.pages.enumerated() {
      let inks = page.shapes.flatMap { $0.shape.darkParts }
      // What encloses a text is its ground; how far apart they are is tested below.
      for text in page.texts {
        let box = text.box.inset(by: .pt(0.25))
        #expect(
          !inks.contains { $0.overlaps(box) && !$0.contains(box) }, "\(text.text), page \(number + 1)")
      }
    }
  }

  /// Every letter has a glyph, and none is too small to be read.
  @Test(arguments: settings)
  func everyLetterIsSetAndReadable(_ setting: GallerySetting) {
    for (number, page) in setting.document.pages.enumerated() {
      for text in page.texts {
        #expect(text.line.size >= .pt(5.999), "\(text.text), page \(number + 1): \(text.line.size.points)")
        for piece in text.line.pieces { #expect(!piece.glyphs.contains { $0.id == 0 }, "\(piece.text)") }
      }
    }
  }

  /// Text has 4.5:1 against what it stands on.
  @Test(arguments: settings)
  func textIsApartFromItsGround(_ setting: GallerySetting) {
    for (number, page) in setting.document.pages.enumerated() {
      var grounds: [(box: Rect, color: Color)] = []
      for placed in page.items {
        if case .shape(let shape) = placed.item, let fill = shape.fill, let box = shape.path.bounds {
          grounds.append((box, fill))
        }
        guard let text = SetText(placed) else { continue }
        let ground = grounds.last { $0.box.overlaps(text.box) }?.color ?? .white
        #expect(text.line.color.contrast(with: ground) >= 4.5, "\(text.text), page \(number + 1)")
      }
    }
  }
}

extension Shape {
  /// Strokes, and fills that are darker than grounds.
  var darkParts: [Rect] {
    if let fill, fill.contrast(with: .white) < 3 { return Shape(path, stroke: stroke).strokes }
    return strokes
  }
}
