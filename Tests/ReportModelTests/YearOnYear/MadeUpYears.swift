import ReportModel

/// Pairs of years as offices write them, with the truth known: what goes on under a changed wording, what ends, what is
/// new, and what only sounds alike. The same seed makes the same pair.
struct MadeUpYears {
  let report: Report
  let previous: PreviousYear
  /// This year's index to last year's, of all activities that go on.
  private(set) var truth: [Int: Int] = [:]

  init(seed: UInt64) {
    var random = SplitMix(state: seed)
    let count = 6 + random.below(25)
    var things = Text.things
    for index in things.indices.reversed() { things.swapAt(index, random.below(index + 1)) }
    var old: [Text] = []
    var new: [(text: Text, origin: Int?)] = []
    for thing in things.prefix(count) {
      let text = Text.made(of: thing, &random)
      switch random.below(10) {
      case 0: old.append(text)
      case 1: new.append((text, nil))
      case 2:
        // One ends and its neighbour begins: they sound alike and are not the same.
        let twin = text.twin(&random)
        old.append(text)
        new.append((twin, nil))
        if random.below(2) == 0 {
          new.append((text.changed(&random), old.count - 1))
        }
      default:
        old.append(text)
        new.append((text.changed(&random), old.count - 1))
      }
    }
    for index in new.indices.reversed() { new.swapAt(index, random.below(index + 1)) }
    for (index, entry) in new.enumerated() { if let origin = entry.origin { truth[index] = origin } }
    previous = PreviousYear(
      year: 2023, department: nil,
      activities: old.enumerated().map {
        PreviousActivity(number: "\($0.offset + 1)", name: $0.element.name, objective: $0.element.objective)
      })
    report = MadeUpYears.report(new.map(\.text))
  }

  static func report(_ texts: [Text]) -> Report {
    let place = SourceLocation(file: "t")
    let blank = Figure(.blank, text: "", at: place)
    return Report(
      department: nil, year: nil, scheme: .annual, periods: [],
      activities: texts.enumerated().map { index, text in
        Activity(
          number: Sourced("\(index + 1)", at: place), name: Sourced(text.name, at: place),
          objective: text.objective.map { Sourced($0, at: place) }, periods: [],
          annual: AnnualFigures(goal: blank, real: blank, variation: blank))
      }, signs: SignConventions(period: nil, annual: nil))
  }
}

/// Name and objective of a made-up activity.
struct Text {
  var name: String
  var objective: String?

  private static let verbs = [
    "Realizar", "Impartir", "Organizar", "Llevar a cabo", "Elaborar", "Supervisar", "Entregar",
  ]
  static let things = [
    "talleres de costura", "reuniones con los 43 consejos sociales", "solicitudes de servicios públicos",
    "jornadas de limpieza", "cursos de capacitación", "mantenimiento de parques", "bacheo de calles",
    "inspección de comercios", "apoyos alimentarios", "brigadas de salud", "poda de árboles", "torneos deportivos",
    "asesorías jurídicas", "expedición de constancias", "padrón de beneficiarios", "recorridos de vigilancia",
    "rehabilitación de luminarias", "desazolve de drenaje", "vacunación antirrábica", "ferias del empleo",
    "eventos culturales", "revisión de expedientes", "actualización del inventario", "licencias de construcción",
    "campañas de reforestación", "pláticas de prevención del delito", "visitas domiciliarias", "auditorías internas",
    "boletines informativos", "atención a reportes de fugas",
  ]
  private static let ends: [(String, String)] = [
    (" para mujeres", " para hombres"), (" en la zona norte", " en la zona sur"), (" etapa 1", " etapa 2"),
    (" en escuelas primarias", " en escuelas secundarias"), (" del turno matutino", " del turno vespertino"),
    (" en la colonia Centro", " en la colonia Juárez"), (" a personas adultas mayores", " a personas con discapacidad"),
    ("", " en comunidades indígenas"), (" de manera mensual", " con perspectiva de género"),
  ]
  private static let objectives = [
    "Mejorar la calidad de vida de la población", "Fortalecer la participación ciudadana en el municipio",
    "Atender oportunamente las peticiones de los habitantes", "Cumplir con la normatividad vigente",
    "Prevenir riesgos y conservar los espacios públicos", "Promover el desarrollo de las familias",
  ]

  static func made(of thing: String, _ random: inout SplitMix) -> Text {
    let end = ends[random.below(ends.count)]
    let name = verbs[random.below(verbs.count)] + " " + thing + end.0
    return Text(name: name, objective: random.below(4) == 0 ? nil : objectives[random.below(objectives.count)])
  }

  /// Another activity of nearly the same words.
  func twin(_ random: inout SplitMix) -> Text {
    for (a, b) in Text.ends where !a.isEmpty && name.hasSuffix(a) {
      return Text(name: name.dropLast(a.count) + b, objective: objective)
    }
    return Text(name: name + Text.ends[random.below(6)].0, objective: objective)
  }

  /// The same activity a year later.
  func changed(_ random: inout SplitMix) -> Text {
    var text = self
    switch random.below(9) {
    case 0: text.name = name.uppercased()
    case 1: text.name = FoldedText.words(of: name).joined(separator: " ")
    case 2: text.name = text.name.split(separator: "43").joined(separator: "45")
    case 3: text.name = "Gestión y realización de " + name.split(separator: " ").dropFirst().joined(separator: " ")
    case 4: text.name = name + " 2024"
    case 5: text.objective = Text.objectives[random.below(Text.objectives.count)]
    case 6: text.name = "Acciones de " + name.split(separator: " ").dropFirst().joined(separator: " ")
    default: break
    }
    return text
  }
}

/// Vigna's SplitMix64: small and the same everywhere.
struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
