import Pages
import ReportLayout
public import ReportModel

/// Reads a configuration: YAML 1.1 of mappings, lists and plain values. Nothing in it is passed over: an unknown key, a
/// key given twice or a value of the wrong kind is an error with its line and column.
public enum ConfigurationReader {
  /// No configuration is longer, in bytes; a longer file is a mistake.
  public static let largest = 64 << 10

  /// A configuration as a report carries it, written out with all defaults and escapes, in bytes.
  public static let largestCarried = 1 << 20

  public static func read(_ bytes: [UInt8], file: String, largest: Int = largest) -> ConfigurationReading {
    let problems = ConfigurationProblems(file: file)
    var reading = ConfigurationReading(
      configuration: ReportConfiguration(), logos: [], texts: [], diagnostics: [])
    if let section = ConfigurationDocument.root(bytes, largest: largest, problems) {
      readTexts(section, &reading.configuration.layout)
      readLogos(section, &reading)
      readSigners(section, &reading.configuration.layout)
      readSheet(section, &reading.configuration.layout)
      readReport(section, &reading.configuration)
      reading.previous = section.field(.previous)?.name()
      reading.configuration.matches = section.field(.matches)?.matches() ?? []
      readVolume(section, &reading.configuration.volume)
    }
    reading.texts = problems.texts
    reading.diagnostics = problems.diagnostics
    return reading
  }

  private static func readTexts(_ section: ConfigurationSection, _ layout: inout LayoutOptions) {
    layout.municipality = section.text(.municipality)
    layout.department = section.text(.department)
    layout.administration = section.text(.administration)
    layout.title = section.text(.title)
    layout.place = section.text(.place, longest: 80)
    layout.code = section.text(.code, longest: 40)
  }

  private static func readLogos(_ section: ConfigurationSection, _ reading: inout ConfigurationReading) {
    guard let logos = section.section(.logos, known: [.left, .right]) else { return }
    for side in LogoReference.Side.allCases {
      guard let field = logos.field(side == .left ? .left : .right) else { continue }
      if let reference = logo(field, side) { reading.logos.append(reference) }
    }
  }

  /// A file's name, or `file` and `description`.
  private static func logo(_ field: ConfigurationField, _ side: LogoReference.Side) -> LogoReference? {
    guard let parts = field.mapping(known: [.file, .description]) else {
      return field.name().map { LogoReference(side: side, file: $0, description: nil) }
    }
    let description = parts.text(.description)
    guard let file = parts.required(.file)?.name() else { return nil }
    return LogoReference(side: side, file: file, description: description)
  }

  private static func readSigners(_ section: ConfigurationSection, _ layout: inout LayoutOptions) {
    for field in section.list(.signers) {
      guard let signer = field.mapping(known: [.role, .name, .post], orElse: .signer) else { continue }
      let role = signer.required(.role)?.text()
      let name = signer.required(.name)?.text()
      let post = signer.text(.post)
      if let role, let name { layout.signers.append(Signer(role: Signer.Role(role), name: name, post: post)) }
    }
  }

  private static func readSheet(_ section: ConfigurationSection, _ layout: inout LayoutOptions) {
    if let paper = section.field(.paper)?.value(.paper, Paper.init(parsing:)) { layout.paper = paper }
    if let margins = section.section(.margins, known: [.top, .bottom, .left, .right]) {
      let paths: [(ConfigurationKey, WritableKeyPath<Margins, Length>)] = [
        (.top, \.top), (.bottom, \.bottom), (.left, \.left), (.right, \.right),
      ]
      for (key, path) in paths {
        if let length = margins.field(key)?.millimetres(5...60) { layout.margins[keyPath: path] = length }
      }
    }
    if let binding = section.section(.binding, known: [.edge, .margin]) {
      let margin = binding.field(.margin)?.millimetres(10...60) ?? Binding.standardMargin
      if let edge = binding.required(.edge)?.choice(Binding.Edge.allCases.map { ($0.rawValue, $0) }) {
        layout.binding = Binding(edge, margin: margin)
      }
    }
    if let duplex = section.field(.duplex)?.flag() { layout.duplex = duplex }
    layout.stamp = section.field(.stamp)?.millimetres(15...30)
  }

  private static func readReport(_ section: ConfigurationSection, _ configuration: inout ReportConfiguration) {
    configuration.layout.date = section.field(.date)?.value(.date, CalendarDate.init(iso:))
    if let ink = section.field(.ink)?.choice(Printing.allCases.map({ ($0.rawValue, $0) })) {
      configuration.layout.ink = ink
    }
    configuration.layout.accent = section.field(.accent).flatMap(accent)
    if let field = section.field(.bands), let bands = bands(field) { configuration.layout.bands = bands }
    if let language = section.field(.language)?.choice(Language.allCases.map({ ($0.rawValue, $0) })) {
      configuration.layout.language = language
    }
    if let signs = section.field(.signs)?.choice(SignDisplay.names) { configuration.layout.signs = signs }
    configuration.layout.summary = section.field(.summary)?.flag()
    if let standard = section.field(.standard)?.choice(PDFStandard.allCases.map({ ($0.rawValue, $0) })) {
      configuration.standard = standard
    }
  }

  private static func readVolume(_ section: ConfigurationSection, _ volume: inout VolumeOptions) {
    if let cover = section.section(.cover, known: [.text, .crest]) {
      volume.cover.text = cover.text(.text)
      if let crest = cover.field(.crest)?.choice(VolumeCover.Crest.allCases.map({ ($0.rawValue, $0) })) {
        volume.cover.crest = crest
      }
    }
    volume.areas = section.list(.areas).compactMap(area)
  }

  /// A file's name, or `file` with what else is said of it.
  private static func area(_ field: ConfigurationField) -> VolumeOptions.Area? {
    guard let parts = field.mapping(known: [.file, .sheet, .name, .omit, .previous, .matches]) else {
      return field.name().map { VolumeOptions.Area(file: $0.value) }
    }
    let (sheet, name) = (parts.field(.sheet)?.name()?.value, parts.text(.name))
    let isLeftOut = parts.field(.omit)?.flag() ?? false
    guard let file = parts.required(.file)?.name()?.value else { return nil }
    var area = VolumeOptions.Area(file: file, sheet: sheet, name: name, isLeftOut: isLeftOut)
    area.previous = parts.text(.previous).map(VolumeOptions.PreviousArea.init)
    area.matches = parts.field(.matches)?.matches() ?? []
    return area
  }

  private static func accent(_ field: ConfigurationField) -> Color? {
    guard let color = field.value(.color, Color.init(hex:)) else { return nil }
    let contrast = LayoutOptions.contrast(ofAccent: color)
    guard contrast >= LayoutOptions.leastAccentContrast else {
      field.report(.paleAccent(contrast, least: LayoutOptions.leastAccentContrast))
      return nil
    }
    return color
  }

  private static func bands(_ field: ConfigurationField) -> Verdict.Bands? {
    guard let parts = field.mapping(known: [.lower, .upper], orElse: .mapping) else { return nil }
    let lower = parts.field(.lower)?.whole(1...100) ?? Verdict.Bands.standard.lower
    let upper = parts.field(.upper)?.whole(100...100_000) ?? Verdict.Bands.standard.upper
    return Verdict.Bands(lower: lower, upper: upper)
  }

  /// Paper, margins and logos each may be right and still leave no room for a table and charts.
  public static func lacksRoom(_ configuration: ReportConfiguration, file: String) -> [Diagnostic] {
    let problems = ConfigurationProblems(file: file)
    if !configuration.layout.hasRoom { problems.report(.noRoom(paper: configuration.layout.paper.name), at: nil) }
    return problems.diagnostics
  }
}

extension SignDisplay {
  static let names: [(String, SignDisplay)] = [
    ("source", .source), ("programmed-minus-real", .normalised(.programmedMinusReal)),
    ("real-minus-programmed", .normalised(.realMinusProgrammed)),
  ]
}
