/// Makes tables like the ones offices keep, of any number of activities: seeded, so the same on every machine and day.
///
/// Figures agree with one another but for the variances planted wrong, which the audit must find.
struct SampleTable {
  let text: String
  /// Variances that are not programmed − real.
  let wrongFigures: Int

  init(activities: Int, seed: UInt64 = 7) {
    var random = SplitMix64(state: seed)
    var lines = ["DIRECCIÓN DE PARTICIPACIÓN CIUDADANA", ""] + SampleTable.head
    var wrong = 0
    for number in 1...activities {
      let plants = number % 40 == 3
      lines.append(SampleTable.row(number, plantsError: plants, &random))
      if plants { wrong += 1 }
    }
    text = lines.joined(separator: "\n") + "\n"
    wrongFigures = wrong
  }

  private static let periods = [
    "ENERO/FEBRERO", "MARZO/ABRIL", "MAYO/JUNIO", "JULIO/AGOSTO", "SEPT/OCTUBRE", "NOV/DICIEMBRE",
  ]

  private static let head: [String] = {
    let blanks = String(repeating: "\t", count: 18)
    return [
      "Núm. Prog.\tACTIVIDADES\tOBJETIVOS\tAÑO 2023 EN BIMESTRES\(blanks)META PROGRAMADA\tMETA REAL 2023\tVARIACION",
      "\t\t\t" + periods.map { $0 + "\t\t\t" }.joined() + "\t\t",
      "\t\t\t" + String(repeating: "PROG\tREAL\tVAR.\t", count: 6) + "\t\t",
    ]
  }()

  private static func row(_ number: Int, plantsError: Bool, _ random: inout SplitMix64) -> String {
    var cells = [String(number), name(&random), objective(&random)]
    var (programmed, real) = (0, 0)
    for period in periods.indices {
      let rests = random.next(below: 100) < 45
      let goal = rests ? 0 : 1 + random.next(below: 60)
      let done = rests ? 0 : max(0, goal + random.next(below: 46) - 15)
      let error = plantsError && period == 5 ? 1 : 0
      cells += [String(goal), String(done), String(goal - done + error)]
      programmed += goal
      real += done
    }
    let difference = real - programmed
    let variation = difference > 0 ? "\(difference)+" : String(difference)
    cells += [String(programmed), String(real), variation]
    return cells.joined(separator: "\t")
  }

  private static func name(_ random: inout SplitMix64) -> String {
    "\(random.pick(verbs)) \(random.pick(things)) con \(random.pick(people))".uppercased() + "."
  }

  private static func objective(_ random: inout SplitMix64) -> String {
    let count = 1 + random.next(below: 3)
    return (0..<count).map { _ in
      "\(random.pick(verbs)) \(random.pick(things)) con \(random.pick(people)) \(random.pick(aims))."
    }.joined(separator: " ")
  }

  private static let verbs = [
    "Promover", "Gestionar", "Organizar", "Coordinar", "Supervisar", "Difundir", "Atender", "Fortalecer", "Evaluar",
  ]
  private static let things = [
    "reuniones de trabajo", "solicitudes de servicios públicos", "programas de apoyo social",
    "diagnósticos de necesidades de capacitación", "jornadas de limpieza y reforestación", "talleres productivos",
    "campañas de vacunación y prevención", "sesiones informativas sobre transparencia", "expedientes técnicos de obra",
  ]
  private static let people = [
    "los Consejos de Participación Ciudadana", "las direcciones del gobierno municipal", "los comités de obra",
    "los habitantes de las localidades y barrios de la cabecera", "niñas, niños y jóvenes de educación básica",
    "los productores agrícolas de la región", "las delegaciones y subdelegaciones municipales",
  ]
  private static let aims = [
    "para mejorar el nivel de vida de la población", "con el propósito de atender sus problemas y necesidades",
    "para un mayor desarrollo del municipio", "en coordinación con las instancias estatales y federales",
    "conforme a los lineamientos de operación vigentes", "para disminuir el rezago en las comunidades más alejadas",
  ]
}

/// Steele, Lea and Flood's generator (OOPSLA 2014): small, and the same everywhere.
struct SplitMix64 {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  mutating func pick(_ words: [String]) -> String { words[next(below: words.count)] }
}
