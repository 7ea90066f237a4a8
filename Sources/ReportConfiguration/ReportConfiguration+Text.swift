import Pages
public import ReportLayout
import ReportModel

extension ReportConfiguration {
  /// The whole configuration as text, defaults included: equal configurations give equal bytes, and reading them gives
  /// an equal configuration. Logos are named by `logoFiles`.
  public var text: String {
    var text = ConfigurationText()
    writeTexts(to: &text)
    writeSheet(to: &text)
    text.add(.bands, [(.lower, "\(layout.bands.lower)"), (.upper, "\(layout.bands.upper)")])
    text.add(.language, layout.language.rawValue)
    text.add(.signs, SignDisplay.names.first { $0.1 == layout.signs }?.0)
    text.add(.summary, layout.summary.map { "\($0)" })
    text.add(.standard, standard.rawValue)
    if previous != nil { text.add(.previous, quoting: ReportConfiguration.previousName) }
    text.add(.matches, matches)
    if volume != VolumeOptions() { writeVolume(to: &text) }
    return text.text
  }

  /// The files that `text` names, by the side they stand on: `logo-left.png`.
  public var logoFiles: [(name: String, bytes: [UInt8])] {
    LogoReference.Side.allCases.compactMap { side in
      layout.logos[side].map { (logoName($0, side), $0.image.bytes) }
    }
  }

  /// All files that `text` names: the logos, and the data of the year before.
  public var files: [(name: String, bytes: [UInt8])] {
    logoFiles + (previous.map { [(ReportConfiguration.previousName, $0.json)] } ?? [])
  }

  private static let previousName = "datos-anteriores.json"

  private func logoName(_ logo: Logo, _ side: LogoReference.Side) -> String {
    "logo-\(side.rawValue).\(logo.image.format.rawValue)"
  }

  private func writeTexts(to text: inout ConfigurationText) {
    text.add(.municipality, quoting: layout.municipality)
    text.add(.department, quoting: layout.department)
    text.add(.administration, quoting: layout.administration)
    text.add(.title, quoting: layout.title)
    let logos = LogoReference.Side.allCases.compactMap { side in layout.logos[side].map { (side, $0) } }
    if !logos.isEmpty { text.open(.logos) }
    for (side, logo) in logos {
      text.open(side == .left ? .left : .right, depth: 1)
      text.add(.file, quoting: logoName(logo, side), depth: 2)
      text.add(.description, quoting: logo.description, depth: 2)
    }
    text.add(.place, quoting: layout.place)
    text.add(.date, layout.date?.description)
    text.add(.code, quoting: layout.code)
    if !layout.signers.isEmpty { text.open(.signers) }
    for signer in layout.signers {
      text.add(.role, quoting: signer.role.words, depth: 2, startsItem: true)
      text.add(.name, quoting: signer.name, depth: 2)
      text.add(.post, quoting: signer.post, depth: 2)
    }
  }

  private func writeVolume(to text: inout ConfigurationText) {
    text.open(.cover)
    text.add(.text, quoting: volume.cover.text, depth: 1)
    text.add(.crest, quoting: volume.cover.crest.rawValue, depth: 1)
    if !volume.areas.isEmpty { text.open(.areas) }
    for area in volume.areas {
      text.add(.file, quoting: area.file, depth: 2, startsItem: true)
      text.add(.sheet, quoting: area.sheet, depth: 2)
      text.add(.name, quoting: area.name, depth: 2)
      text.add(.previous, quoting: area.previous?.text, depth: 2)
      text.add(.matches, area.matches, depth: 2)
      if area.isLeftOut { text.add(.omit, "true", depth: 2) }
    }
  }

  private func writeSheet(to text: inout ConfigurationText) {
    let margins = layout.margins
    text.add(.paper, layout.paper.name)
    text.add(
      .margins,
      [
        (.top, margins.top.millimetres), (.bottom, margins.bottom.millimetres), (.left, margins.left.millimetres),
        (.right, margins.right.millimetres),
      ])
    if let binding = layout.binding {
      text.add(.binding, [(.edge, binding.edge.rawValue), (.margin, binding.margin.millimetres)])
    }
    text.add(.duplex, "\(layout.duplex)")
    text.add(.stamp, layout.stamp?.millimetres)
    text.add(.ink, layout.ink.rawValue)
    text.add(.accent, quoting: layout.accent?.hex)
  }
}

extension Logos {
  public subscript(side: LogoReference.Side) -> Logo? {
    get { side == .left ? left : right }
    set { if side == .left { left = newValue } else { right = newValue } }
  }
}

extension Signer.Role {
  /// Words that are read as the same role again.
  fileprivate var words: String {
    switch self {
    case .prepared: "Elaboró"
    case .reviewed: "Revisó"
    case .authorised: "Autorizó"
    case .approved: "Vo. Bo."
    case .other(let words): words
    }
  }
}

extension Length {
  /// To three decimals, the most a configuration may have.
  fileprivate var millimetres: String {
    let rounded = (points * 25.4 / 72 * 1000).rounded() / 1000
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

/// YAML in block style, texts in double quotes.
struct ConfigurationText {
  private(set) var text = ""

  mutating func add(_ key: ConfigurationKey, _ value: String?, depth: Int = 0) { line(key, value, depth) }

  mutating func add(_ key: ConfigurationKey, _ parts: [(ConfigurationKey, String)]) {
    open(key)
    for (key, value) in parts { line(key, value, 1) }
  }

  mutating func add(_ key: ConfigurationKey, quoting value: String?, depth: Int = 0, startsItem: Bool = false) {
    line(key, value.map { "\"" + ConfigurationText.escaped($0) + "\"" }, depth, startsItem: startsItem)
  }

  /// Left out where there are none.
  mutating func add(_ key: ConfigurationKey, _ matches: [SettledMatch], depth: Int = 0) {
    guard !matches.isEmpty else { return }
    open(key, depth: depth)
    for match in matches {
      text += String(repeating: "  ", count: depth + 1) + "\"" + ConfigurationText.escaped(match.current) + "\": "
      text += "\"" + ConfigurationText.escaped(match.previous ?? SettledMatch.new) + "\"\n"
    }
  }

  mutating func open(_ key: ConfigurationKey, depth: Int = 0) {
    text += String(repeating: "  ", count: depth) + key.rawValue + ":\n"
  }

  private mutating func line(_ key: ConfigurationKey, _ value: String?, _ depth: Int, startsItem: Bool = false) {
    guard let value else { return }
    let indent = startsItem ? String(repeating: "  ", count: depth - 1) + "- " : String(repeating: "  ", count: depth)
    text += indent + key.rawValue + ": " + value + "\n"
  }

  /// Quotes and backslashes; besides, what YAML does not take as printable (YAML 1.1, 5.1) or breaks lines at.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar.value {
      case 0x22, 0x5C: result += "\\" + String(scalar)
      case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD:
        result.unicodeScalars.append(scalar)
      default:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
      }
    }
  }
}
