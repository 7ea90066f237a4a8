import ReportModel
import Testing

@testable import ReportIngest

/// Characters that stand for common ones are read as those, and one note says so.
@Suite struct CharacterFoldingTests {
  static func read(_ name: String, _ figure: String) -> ReportReader.Result {
    let text =
      "No.\tACTIVIDAD\tOBJETIVO\tENE-JUN\t\t\tJUL-DIC\t\t\n\t\t\tPROG\tREAL\tVAR\tPROG\tREAL\tVAR\n"
      + "1\t\(name)\tObjetivo\t\(figure)\t5\t0\t5\t5\t0\n"
    return ReportReader.read(Array(text.utf8), file: "t.tsv")
  }

  @Test(arguments: [
    ("\u{F0B7} Talleres", "• Talleres"), ("\u{F0FC} Hecho", "✔ Hecho"), ("\u{F0D8} Avance", "➢ Avance"),
    ("\u{F0A7} Uno \u{F076} Dos", "▪ Uno ❖ Dos"), ("Plan ２０２４（ＡＢ）", "Plan 2024(AB)"), ("✅ Listo ⭐", "✔ Listo ★"),
    ("\u{F081} y \u{F095}", "① y ❿"),
  ])
  func standForOthers(_ text: String, _ plain: String) throws {
    let result = Self.read(text, "5")
    #expect(result.reports.first?.activities.first?.name.value == plain)
    let notes = result.diagnostics.filter { $0.code == "folded-characters" }
    #expect(notes.count == 1 && notes.first?.severity == .note)
    #expect(notes.first?.location.description == "t.tsv:3:2")
  }

  @Test func figuresOfFullWidthAreFigures() {
    let result = Self.read("Talleres ｘ", "１，２３４．５")
    #expect(result.reports.first?.activities.first?.periods.first?.programmed.quantity?.description == "1234.5")
    #expect(
      result.diagnostics.filter { $0.code == "folded-characters" }.map(\.message.es)
        == ["«ｘ» se leyó como «x»; así en otra celda"])
  }

  /// What shows nothing is left out of texts and figures, and told.
  @Test(arguments: ["\u{AD}", "\u{200B}", "\u{200E}", "\u{2060}", "\u{FEFF}", "\u{3164}", "\u{E0001}"])
  func whatIsNotSeenIsLeftOut(_ character: String) throws {
    let result = Self.read("Ta\(character)lleres", "1\(character)2")
    let activity = try #require(result.reports.first?.activities.first)
    #expect(activity.name.value == "Talleres")
    #expect(activity.periods.first?.programmed.quantity == Quantity(12))
    let notes = result.diagnostics.filter { $0.code == "unseen-characters" }
    #expect(notes.map(\.location.description) == ["t.tsv:3:2"])
    #expect(notes.first?.message.es.hasSuffix("; así en otra celda") == true)
    #expect(Self.read("\(character)", "5").diagnostics.contains { $0.severity == .error })
  }

  /// «12» that is stored as 21 is no figure anybody has seen.
  @Test(arguments: ["\u{202E}", "\u{202B}", "\u{2067}", "\u{200F}", "\u{61C}"])
  func whatIsShownInAnotherOrderIsRefused(_ mark: String) {
    for (name, figure, column) in [("Talleres", "\(mark)21", 4), ("Talleres\(mark)", "5", 2)] {
      let result = Self.read(name, figure)
      #expect(result.reports.isEmpty)
      #expect(result.diagnostics.map(\.code) == ["right-to-left"])
      #expect(result.diagnostics.first?.location.column == column)
    }
  }

  /// What may mean two things, and what has no plain form, stays as it is.
  @Test(arguments: ["\u{F061} uno", "Día 漢", "✓ hecho → listo", "😀"])
  func staysAsItIs(_ text: String) {
    let result = Self.read(text, "5")
    #expect(result.reports.first?.activities.first?.name.value == text)
    #expect(!result.diagnostics.contains { $0.code == "folded-characters" })
  }
}
