import Pages
import ReportLayout
import ReportModel
import Testing

@testable import ReportConfiguration

@Suite struct ConfigurationTests {
  static func read(_ text: String) -> ConfigurationReading {
    ConfigurationReader.read(Array(text.utf8), file: "informe.yml")
  }

  static let full = """
    municipality: Municipio de San Miguel
    department: "Dirección: obras # y servicios"
    administration: 2022–2024
    title: Informe
    logos:
      left: {file: escudo.svg, description: Escudo}
      right: img/logo.png
    place: San Miguel
    date: 2024-01-15
    code: 007
    signers:
      - {role: elaboró, name: Ana, post: Directora}
      - {role: VoBo, name: Luis}
      - {role: Testigo, name: no}
    paper: 216x340
    margins: {top: 10, left: 12.75}
    binding: {edge: top}
    duplex: true
    stamp: 18
    ink: black
    accent: "#7a1f2b"
    bands: {lower: 70}
    language: en
    signs: real-minus-programmed
    standard: a2a
    """

  @Test func everyKeyIsRead() throws {
    let reading = Self.read(Self.full)
    let layout = reading.configuration.layout
    #expect(reading.diagnostics == [])
    #expect(layout.municipality == "Municipio de San Miguel" && layout.department == "Dirección: obras # y servicios")
    #expect(layout.administration == "2022–2024" && layout.title == "Informe" && layout.place == "San Miguel")
    #expect(layout.date == CalendarDate(year: 2024, month: 1, day: 15) && layout.code == "007")
    #expect(
      layout.signers == [
        Signer(role: .prepared, name: "Ana", post: "Directora"), Signer(role: .approved, name: "Luis"),
        Signer(role: .other("Testigo"), name: "no"),
      ])
    #expect(layout.paper.size == Paper(parsing: "216x340")?.size)
    #expect(
      layout.margins == Margins(top: .mm(10), bottom: Margins.standard.bottom, left: .mm(12.75), right: .mm(12.7)))
    #expect(layout.binding == Binding(.top, margin: .mm(25)) && layout.duplex && layout.stamp == .mm(18))
    #expect(
      layout.ink == .black && layout.accent == Color(0x7A1F2B) && layout.bands == Verdict.Bands(lower: 70, upper: 110))
    #expect(layout.language == .en && layout.signs == .normalised(.realMinusProgrammed))
    #expect(reading.configuration.standard == .a2a)
    #expect(reading.logos.map(\.side) == [.left, .right])
    #expect(reading.logos.map(\.file.value) == ["escudo.svg", "img/logo.png"])
    #expect(reading.logos[1].file.location == SourceLocation(file: "informe.yml", row: 7, column: 10))
  }

  @Test(arguments: ["", "\n\n", "# nada\n", "---\n", "municipality:\nsigners: ~\nmargins: null\n", "\u{FEFF}"])
  func nothingIsTheDefault(_ text: String) {
    let reading = Self.read(text)
    #expect(reading.diagnostics == [] && reading.configuration == ReportConfiguration())
  }

  /// Text; code, row and column of what is reported.
  @Test(
    arguments: [
      ("municipio: A", "unknown-key", 1, 1), ("papper: a4", "unknown-key", 1, 1), ("x: 1", "unknown-key", 1, 1),
      ("paper: a4\nTítulo: x\n", "unknown-key", 2, 1), ("margins:\n  topp: 3\n", "unknown-key", 2, 3),
      ("paper: a4\ncode: x\npaper: a3\n", "duplicate-key", 1, 1),
      ("margins: {top: 10, top: 11}", "duplicate-key", 1, 11),
      ("municipality: [a]", "wrong-type", 1, 15), ("municipality: {a: b}", "wrong-type", 1, 15),
      ("title: true", "wrong-type", 1, 8), ("signers: Ana", "wrong-type", 1, 10),
      ("signers: [Ana]", "wrong-type", 1, 11),
      ("signers:\n  - name: Ana\n", "missing-key", 2, 5), ("signers: [{role: R}]", "missing-key", 1, 11),
      ("bands: 90", "wrong-type", 1, 8), ("bands: {lower: 101}", "wrong-value", 1, 16),
      ("bands: {upper: 99}", "wrong-value", 1, 16), ("bands: {lower: 9.5}", "wrong-value", 1, 16),
      ("paper: a5", "wrong-value", 1, 8), ("date: 2023-02-29", "wrong-value", 1, 7),
      ("date: 1/2/2024", "wrong-value", 1, 7),
      ("margins: {top: 4.9}", "wrong-value", 1, 16), ("margins: {top: 1e1}", "wrong-value", 1, 16),
      ("margins: {top: 10.1234}", "wrong-value", 1, 16), ("margins: {top: 61}", "wrong-value", 1, 16),
      ("margins: 10", "wrong-type", 1, 10), ("binding: left", "wrong-type", 1, 10),
      ("binding: {margin: 20}", "missing-key", 1, 10), ("binding: {edge: right}", "wrong-value", 1, 17),
      ("duplex: yes", "wrong-value", 1, 9), ("stamp: 14", "wrong-value", 1, 8), ("stamp: [18]", "wrong-type", 1, 8),
      ("accent: blue", "wrong-value", 1, 9), ("accent: \"#FFCC00\"", "pale-accent", 1, 9),
      ("accent: #12436D", "wrong-value", 1, 1), ("language: fr", "wrong-value", 1, 11),
      ("signs: normal", "wrong-value", 1, 8), ("standard: a1b", "wrong-value", 1, 11),
      ("logos: escudo.png", "wrong-type", 1, 8), ("logos: {centre: a.png}", "unknown-key", 1, 9),
      ("logos: {left: {description: x}}", "missing-key", 1, 15),
      ("place: \"a\u{2028}b\"", "wrong-value", 1, 8), ("place: \"a\u{2029}b\"", "wrong-value", 1, 8),
      ("place: \"a\u{1680}b\"", "wrong-value", 1, 8),
      ("title: |\n  uno\n  dos\n", "wrong-value", 1, 8), ("title: \"a\\tb\"", "wrong-value", 1, 8),
      ("code: \(String(repeating: "x", count: 41))", "wrong-value", 1, 7),
      ("- a\n", "wrong-type", 1, 1), ("solo", "wrong-type", 1, 1),
      ("paper: a4\n\ttitle: x\n", "configuration-unreadable", 2, 1), ("a: b: c", "configuration-unreadable", 1, 5),
      ("title: \"x", "configuration-unreadable", 1, 10),
      ("paper: a4\n---\npaper: a3\n", "configuration-unreadable", 2, 1),
      ("title: *x", "configuration-unreadable", 1, 8),
    ] as [(String, String, Int, Int)])
  func whatIsWrongIsRefusedWithItsPlace(_ text: String, _ code: String, _ row: Int, _ column: Int) {
    let found = Self.read(text).diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.first?.location == SourceLocation(file: "informe.yml", row: row, column: column))
    #expect(found.allSatisfy { $0.severity == .error && !$0.message.es.isEmpty && !$0.hint.en.isEmpty })
  }

  /// A text of brackets alone is refused and not followed to its end.
  @Test(arguments: ["[", "{a: ", "- ", "? "]) func deepNestingIsRefused(_ level: String) {
    let text = String(repeating: level, count: 60_000 / level.utf8.count)
    #expect(Self.read("title: " + text).diagnostics.map(\.code) == ["configuration-unreadable"])
    #expect(Self.read(text).diagnostics.map(\.code) == ["configuration-unreadable"])
  }

  @Test func byteOrderMarksWithinSayNothing() {
    #expect(Self.read("\u{FEFF}paper: a4\nplace: \u{FEFF}León\n").configuration.layout.place == "León")
  }

  @Test func allThatIsWrongIsToldAtOnce() {
    let found = Self.read("papel: a4\nlanguage: fr\nstamp: x\nsigners: [{}]\n").diagnostics
    #expect(found.map(\.location.row) == [1, 4, 4, 3, 2])
  }

  @Test(arguments: [
    ("municipio", "municipality"), ("Municipality", "municipality"), ("munincipality", "municipality"),
    ("firmas", "signers"), ("signer", "signers"), ("fecha", "date"), ("idioma", "language"), ("lenguage", "language"),
    ("título", "title"), ("titel", "title"), ("papersize", "paper"), ("paper-size", "paper"), ("márgenes", "margins"),
    ("dupelx", "duplex"),
  ])
  func suggestsWhatWasMeant(_ written: String, _ meant: String) {
    let hint = Self.read("\(written): x").diagnostics.first?.hint
    #expect(hint == LocalizedText(es: "¿Quiso decir \(meant)?", en: "Did you mean \(meant)?"))
  }

  @Test func suggestsNothingFarFetched() {
    let hint = Self.read("zzz: x").diagnostics.first?.hint.en
    #expect(hint?.hasPrefix("The keys here are municipality, ") == true)
  }

  @Test func slipsAreCounted() {
    let cases = [
      ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "axc", 1), ("ab", "ba", 1),
    ]
    for (a, b, slips) in cases { #expect(ConfigurationKey.slips(from: a, to: b) == slips, "\(a) \(b)") }
  }

  @Test(arguments: [UInt8(0xFF), 0xC3]) func textMustBeUTF8(_ byte: UInt8) {
    let found = ConfigurationReader.read(Array("title: ".utf8) + [byte], file: "c.yml").diagnostics
    #expect(found.map(\.code) == ["configuration-unreadable"] && found[0].location == SourceLocation(file: "c.yml"))
  }

  @Test func hugeFilesAreNotParsed() {
    let found = ConfigurationReader.read(Array(repeating: 0x23, count: ConfigurationReader.largest + 1), file: "c")
    #expect(found.diagnostics.map(\.code) == ["configuration-unreadable"])
  }

  @Test func referencesDoNotMultiply() {
    let levels = (1...20).map {
      "l\($0): &l\($0) [\(Array(repeating: "*l\($0 - 1)", count: 10).joined(separator: ","))]"
    }
    let found = Self.read("l0: &l0 x\n" + levels.joined(separator: "\n") + "\n? *l20\n: x\n").diagnostics
    #expect(found.map(\.code) == ["configuration-unreadable"])
    #expect(Self.read("municipality: &m San Miguel\nplace: *m\n").configuration.layout.place == "San Miguel")
    #expect(Self.read("municipality: a * b *c* **d\n").diagnostics.isEmpty)
  }

  @Test func textsKnowTheirPlaces() {
    let texts = Self.read("municipality: A\nsigners:\n  - {role: R, name: N}\n").texts
    #expect(texts.map(\.value) == ["A", "R", "N"])
    #expect(texts.map(\.location.row) == [1, 3, 3] && texts.map(\.location.column) == [15, 12, 21])
  }
}

@Suite struct ConfigurationTextTests {
  /// Reads the text of a configuration back, with its logos.
  static func again(_ configuration: ReportConfiguration) -> ReportConfiguration {
    var reading = ConfigurationReader.read(Array(configuration.text.utf8), file: "x")
    #expect(reading.diagnostics == [])
    let files = Dictionary(uniqueKeysWithValues: configuration.logoFiles.map { ($0.name, $0.bytes) })
    for logo in reading.logos {
      let old = configuration.layout.logos[logo.side]
      #expect(files[logo.file.value] == old?.image.bytes)
      reading.configuration.layout.logos[logo.side] = old.map { Logo($0.image, description: logo.description) }
    }
    return reading.configuration
  }

  @Test func defaultComesBack() { #expect(Self.again(ReportConfiguration()) == ReportConfiguration()) }

  @Test func everythingComesBack() {
    var configuration = ConfigurationTests.read(ConfigurationTests.full).configuration
    configuration.layout.logos.left = Logo(
      Image(format: .svg, bytes: [1, 2], width: 3, height: 4), description: "Escudo")
    configuration.layout.logos.right = Logo(Image(format: .png, bytes: [3], width: 5, height: 6))
    #expect(Self.again(configuration) == configuration)
    #expect(configuration.logoFiles.map(\.name) == ["logo-left.svg", "logo-right.png"])
    #expect(configuration.text == Self.again(configuration).text)
  }

  @Test(arguments: [
    "\"", "\\", "a: b", "# no", "'", "- x", "{}", "null", "~", "true", "x\u{2003}y", "ñandú",
    "𝄞", "a  b", "1e3", "&x", "*x", "%", "@", "`", "?", "\u{AD}", "\u{A0}x",
  ])
  func anyTextComesBack(_ text: String) {
    var configuration = ReportConfiguration()
    configuration.layout.municipality = text
    configuration.layout.signers = [Signer(role: .other(text), name: text, post: text)]
    #expect(Self.again(configuration).layout.signers == configuration.layout.signers)
    #expect(Self.again(configuration).layout.municipality == text)
  }

  @Test(arguments: Array(stride(from: 5.0, through: 60, by: 0.913))) func anyMarginComesBack(_ millimetres: Double) {
    var configuration = ReportConfiguration()
    let rounded = (millimetres * 1000).rounded() / 1000
    configuration.layout.margins.top = .mm(rounded)
    #expect(Self.again(configuration) == configuration)
  }

  @Test(arguments: Language.allCases) func exampleIsTheDefault(_ language: Language) {
    let text = ConfigurationExample.text(in: language)
    let reading = ConfigurationTests.read(text)
    #expect(reading.diagnostics == [] && reading.configuration == ReportConfiguration())
  }

  /// Each key with its comment mark taken away is what the example says it is.
  @Test(arguments: Language.allCases) func exampleHoldsEveryKey(_ language: Language) {
    let keys = ConfigurationKey.allCases.map(\.rawValue)
    let lines = ConfigurationExample.text(in: language).split(separator: "\n").filter { line in
      let words = line.dropFirst(2).drop { $0 == " " || $0 == "-" }
      return keys.contains { words.hasPrefix($0 + ":") } && !words.hasPrefix("role: Elaboró,")
        && !words.hasPrefix("role: Prepared by,")
    }
    let reading = ConfigurationTests.read(lines.map { $0.dropFirst(2) }.joined(separator: "\n"))
    #expect(reading.diagnostics == [])
    let seen = lines.joined(separator: "\n")
    for key in keys { #expect(seen.contains(key + ":"), "\(key)") }
    #expect(reading.configuration.layout.signers.count == 2 && reading.logos.count == 2)
  }
}

/// Texts that are nearly right: read, or refused with a place; what is read comes back.
@Suite struct ConfigurationFuzzTests {
  @Test func nearlyRightTextsAreReadOrRefused() {
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let whole = Array(ConfigurationTests.full.utf8)
    let pieces = [
      "\n", "  ", "- ", ": ", "{", "}", "[", "]", "\"", "#", "&a ", "*a", "!!int ", "|", "\t", "\0", "ñ", "? ",
    ]
    var refused = 0
    for _ in 0..<1500 {
      var bytes = whole
      for _ in 0...next(3) {
        let place = next(bytes.count)
        if next(2) == 0 {
          bytes.removeSubrange(place..<min(bytes.count, place + 1 + next(6)))
        } else {
          bytes.insert(contentsOf: Array(pieces[next(pieces.count)].utf8), at: place)
        }
      }
      var reading = ConfigurationReader.read(bytes, file: "x")
      guard reading.diagnostics.isEmpty else {
        refused += 1
        continue
      }
      reading.configuration.layout.logos = Logos()
      #expect(ConfigurationTextTests.again(reading.configuration) == reading.configuration)
    }
    #expect(refused > 300 && refused < 1500, "\(refused)")
  }
}
