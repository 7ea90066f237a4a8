import Gallery
import Pages
import Testing

@testable import ReportLayout

/// The theme says how everything looks: text, charts and furniture alike.
@Suite struct ThemeTests {
  static let entry = Gallery.entries.first { $0.name == "6 × 5" }

  static func colors(_ theme: Theme) throws -> Set<Color> {
    let setting = GallerySetting(try #require(entry), theme: theme)
    return Set(
      setting.document.pages.flatMap { $0.items }.flatMap { placed -> [Color] in
        switch placed.item {
        case .text(let line): [line.color]
        case .shape(let shape): [shape.fill, shape.stroke?.color].compactMap { $0 }
        case .image: []
        }
      })
  }

  /// One line changes the accent everywhere: head rule, headings, bars, lines, links.
  @Test func theAccentIsOneLine() throws {
    var theme = Theme.standard
    theme.ink.accent = Color(0x7A1F3D)
    let (before, after) = (try Self.colors(.standard), try Self.colors(theme))
    #expect(before.contains(Theme.standard.ink.accent) && !after.contains(Theme.standard.ink.accent))
    #expect(after.subtracting(before) == [Color(0x7A1F3D)])
  }

  /// No colour is drawn that the theme does not name; black is the goal's mark.
  @Test func everyColourIsTheThemes() throws {
    let named = Mirror(reflecting: Theme.standard.ink).children.compactMap { $0.value as? Color }
    #expect(try Self.colors(.standard).subtracting(named).subtracting([.black]) == [])
  }

  /// Every text is in one of the four faces of the embedded family, whose files are named in one place.
  @Test func textIsInTheFamilyAlone() throws {
    let setting = try #require(GallerySetting.all.first { $0.name == "6 × 5" })
    let faces = Set(setting.document.pages.flatMap(\.texts).flatMap { $0.line.pieces.map(\.face) })
    #expect(faces == Set(FontFace.allCases))
  }

  /// Larger sheets are set larger, smaller ones smaller, within bounds; columns grow along.
  @Test func activityPagesFollowTheirPaper() {
    let measures = Theme.standard.activity
    #expect(measures.scaled(to: measures.standardHeight).body.size == measures.body.size)
    #expect(measures.scaled(to: .pt(2000)).body.size == measures.body.size * 1.25)
    #expect(measures.scaled(to: .pt(100)).unit == measures.unit * 0.8)
    #expect(measures.scaled(to: .pt(2000)).sideColumn == measures.sideColumn * 1.25)
  }
}
