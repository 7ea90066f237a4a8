import ReportModel

@testable import ReportIngest
@testable import Spreadsheets

/// Numbers that seem random and are the same for a seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes a table whose every figure is known: random periods, subtotals in random places and words, merged or not, with
/// columns of money, of another year, of words nobody knows, rows of totals, and activities that are rates; or one whose
/// rows are PROG and REAL, or periods, or whose figures hold all up to their period. Notes and names may stand below.
struct TableMaker {
  /// How the table is arranged.
  enum Form: CaseIterable {
    case usual
    /// PROG and REAL are rows.
    case alternating
    /// Each row is a period.
    case long
    /// So, and sums of them are rows, too.
    case longWithTotals
    /// Figures up to each period.
    case running
  }

  /// What the table says.
  struct Truth {
    var form = Form.usual
    var months: [ClosedRange<Int>] = []
    var names: [String] = []
    /// Of each activity: programmed and real of each period.
    var figures: [[(Int, Int)]] = []
    var isRate: [Bool] = []
    var hasGoal = false
    var hasReal = false
    var goals: [Int] = []
    var year: Int?
    /// Texts of columns that are none of the report's own, by activity.
    var extras: [[String]] = []
    var subtotalCount = 0
    var totalRows = 0
    var notes = 0
    var signers = 0
  }

  var truth = Truth()
  var cells: [[String]] = []
  var merges: [CellRange] = []
  var numbers: SeededNumbers

  /// One column: its header cells, and what stands in it for each activity.
  private struct Column {
    var header: [String]
    var values: [String]
    /// In how many columns its first header cell holds.
    var span = 1
    /// In a row of totals: nil leaves the cell blank.
    var total: String?
  }

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    makeTruth()
    switch truth.form {
    case .usual: lay(makeColumns())
    case .alternating: layAlternating()
    case .long, .longWithTotals: layLong()
    case .running: layRunning()
    }
    layBelow()
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }

  mutating func one<T>(of choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &numbers)] }

  private mutating func makeTruth() {
    truth.form = chance(50) ? .usual : one(of: Form.allCases)
    let length = one(of: truth.form == .running ? [1, 2, 3, 4] : [1, 2, 3, 4, 6])
    let all = (0..<12 / length).map { $0 * length + 1...($0 + 1) * length }
    let isWhole = truth.form == .running || chance(60)
    let count = isWhole ? all.count : Int.random(in: min(2, all.count)...all.count, using: &numbers)
    truth.months = Array(all.prefix(count))
    truth.hasGoal = chance(60)
    truth.hasReal = truth.hasGoal && chance(70)
    let fewest = truth.form == .running ? 2 : 1
    for index in 0..<Int.random(in: fewest...5, using: &numbers) {
      let isRate = truth.form == .usual && chance(15)
      truth.isRate.append(isRate)
      truth.names.append(one(of: TableMaker.names) + " \(index + 1)")
      truth.figures.append(
        truth.months.map { _ in
          let most = isRate ? 100 : 60
          let least = truth.form == .usual ? 0 : 1
          return (Int.random(in: least...most, using: &numbers), Int.random(in: least...most, using: &numbers))
        })
      // A goal is the sum where the periods are the year; in a part of one it is more.
      let sum = truth.figures[index].reduce(0) { $0 + $1.0 }
      truth.goals.append(isRate ? 90 : count == all.count ? sum : sum + Int.random(in: 0...40, using: &numbers))
    }
    if chance(50) { truth.year = 2023 }
  }

  private static let names = [
    "Bacheo", "Poda de árboles", "Impartir talleres", "Atender reportes", "Inspeccionar comercios",
  ]

  mutating func label(_ months: ClosedRange<Int>) -> String {
    let short = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"]
    let (first, last) = (months.lowerBound, months.upperBound)
    let ordinal = (first - 1) / months.count + 1
    let ends = ["1ER.", "2DO.", "3ER.", "4TO.", "5TO.", "6TO."]
    switch months.count {
    case 1: return one(of: [short[first - 1], TableMaker.months[first - 1]])
    case 2:
      return one(of: ["\(short[first - 1])-\(short[last - 1])", "BIMESTRE \(ordinal)", "\(ends[ordinal - 1]) BIM."])
    case 3: return one(of: ["\(ends[ordinal - 1]) TRIMESTRE", "T\(ordinal)", "\(short[first - 1])-\(short[last - 1])"])
    case 4: return one(of: ["CUATRIMESTRE \(ordinal)", "\(short[first - 1])-\(short[last - 1])"])
    default: return one(of: ["\(ends[ordinal - 1]) SEMESTRE", "\(short[first - 1])-\(short[last - 1])"])
    }
  }

  private static let months = [
    "ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE",
    "DICIEMBRE",
  ]

  private mutating func makeColumns() -> [Column] {
    let rows = truth.names.indices
    var columns = [Column(header: ["No.", ""], values: rows.map { "\($0 + 1)" })]
    columns.append(
      Column(
        header: [one(of: ["ACTIVIDAD", "ACTIVIDADES", "ACCIÓN", "PROYECTO"]), ""], values: truth.names, total: "TOTAL"))
    if truth.isRate.contains(true) || chance(40) {
      columns.append(
        Column(header: ["UNIDAD DE MEDIDA", ""], values: truth.isRate.map { $0 ? "Porcentaje" : "Acción" }))
    }
    if chance(25) { columns.append(extra(one(of: ["BENEFICIARIOS", "LOCALIDAD", "LÍNEA BASE", "SEMÁFORO"]))) }
    if chance(25) { columns.append(extra(one(of: ["PRESUPUESTO", "AUTORIZADO", "EJERCIDO", "MONTO"]), money: true)) }
    if truth.year != nil, truth.hasGoal, chance(25) { columns.append(extra("REAL 2022")) }
    let hasVariance = chance(40)
    let hasSpending = chance(15)
    let words = one(of: [("PROG", "REAL", "VAR."), ("P", "R", "V"), ("Programado", "Realizado", "Variación")])
    var sinceLast: [Int] = []
    var hasSubtotals = false
    for period in truth.months.indices {
      let columnsOfPeriod = group(label(truth.months[period]), words, hasVariance, of: [period])
      columns += columnsOfPeriod
      if hasSpending { columns[columns.count - columnsOfPeriod.count].span += 1 }
      if hasSpending { columns.append(under(one(of: ["EJERCIDO", "INVERSIÓN", "GASTO"]))) }
      sinceLast.append(period)
      guard sinceLast.count > 1, period + 1 < truth.months.count || !truth.hasGoal, chance(25) else { continue }
      let covered = sinceLast
      columns += group(one(of: ["SUBTOTAL", "TOTAL PARCIAL", "SUMA", "SUBTOTALES"]), words, false, of: covered)
      truth.subtotalCount += 1
      hasSubtotals = true
      sinceLast = []
    }
    if !hasSubtotals, truth.months.count > 1, chance(25) {
      columns += group(
        one(of: ["ACUMULADO", "ACUM.", "A LA FECHA", "ACUMULADO AL PERIODO"]), words, false,
        of: Array(truth.months.indices))
      truth.subtotalCount += 1
    }
    if chance(15) { columns += pair(one(of: ["AVANCE FINANCIERO", "PRESUPUESTO", "INVERSIÓN"]), words, most: 90_000) }
    if truth.year != nil, chance(15) { columns += pair("AÑO 2022", words, most: 60) }
    let year = truth.year.map { " \($0)" } ?? ""
    if truth.hasGoal {
      let values = truth.goals.indices.map { text(truth.goals[$0], $0) }
      columns.append(Column(header: ["META ANUAL\(year)", ""], values: values, total: "\(truth.goals.reduce(0, +))"))
    }
    if truth.hasReal {
      let reals = truth.figures.indices.map { row in truth.isRate[row] ? 80 : truth.figures[row].reduce(0) { $0 + $1.1 }
      }
      columns.append(
        Column(
          header: ["META REAL\(year)", ""], values: reals.indices.map { text(reals[$0], $0) },
          total: "\(reals.reduce(0, +))"))
    }
    if chance(20) { columns.append(Column(header: ["OBSERVACIONES", ""], values: rows.map { "nota \($0)" })) }
    return columns
  }

  private func text(_ value: Int, _ row: Int) -> String { truth.isRate[row] ? "\(value)%" : "\(value)" }

  private mutating func extra(_ header: String, money: Bool = false) -> Column {
    let values = truth.names.indices.map { row in
      money ? "\(Int.random(in: 1000...90_000, using: &numbers))" : "\(header.prefix(3)) \(row)"
    }
    let shown = header.contains("2022") ? truth.names.map { _ in "\(Int.random(in: 1...99, using: &numbers))" } : values
    truth.extras.append(shown)
    return Column(header: [header, ""], values: shown)
  }

  /// Money of the period to its left.
  private mutating func under(_ word: String) -> Column {
    let values = truth.names.map { _ in "\(Int.random(in: 1000...90_000, using: &numbers))" }
    truth.extras.append(values)
    return Column(header: ["", word], values: values)
  }

  /// PROG and REAL of something else than the activity in this year.
  private mutating func pair(_ label: String, _ words: (String, String, String), most: Int) -> [Column] {
    [(label, words.0), ("", words.1)].map { label, word in
      let values = truth.names.map { _ in "\(Int.random(in: 1...most, using: &numbers))" }
      truth.extras.append(values)
      return Column(header: [label, word], values: values, span: label.isEmpty ? 1 : 2)
    }
  }

  /// PROG, REAL and perhaps VAR. of the sum of some periods; a rate's sum is its mean.
  private func group(
    _ label: String, _ words: (String, String, String), _ hasVariance: Bool, of periods: [Int]
  ) -> [Column] {
    func value(_ row: Int, _ pick: ((Int, Int)) -> Int) -> Int {
      let sum = periods.reduce(0) { $0 + pick(truth.figures[row][$1]) }
      return truth.isRate[row] ? sum / periods.count : sum
    }
    let rows = truth.names.indices
    let (programmed, real) = (rows.map { value($0) { $0.0 } }, rows.map { value($0) { $0.1 } })
    let span = hasVariance ? 3 : 2
    var columns = [
      Column(
        header: [label, words.0], values: rows.map { text(programmed[$0], $0) }, span: span,
        total: "\(programmed.reduce(0, +))"),
      Column(header: ["", words.1], values: rows.map { text(real[$0], $0) }, total: "\(real.reduce(0, +))"),
    ]
    if hasVariance {
      columns.append(
        Column(header: ["", words.2], values: rows.map { text(programmed[$0] - real[$0], $0) }, total: ""))
    }
    return columns
  }

  mutating func layTitles() {
    cells.append(["DIRECCIÓN DE OBRAS"])
    if let year = truth.year { cells.append(["INFORME ANUAL \(year)"]) }
    if chance(50) { cells.append(["San Miguel, a 15 de enero de 2024"]) }
    cells.append([])
  }

  private mutating func lay(_ columns: [Column]) {
    layTitles()
    let top = cells.count
    for line in 0...1 { cells.append(columns.map { $0.header[line] }) }
    for row in truth.names.indices { cells.append(columns.map { $0.values[row] }) }
    if chance(40), !truth.isRate.contains(true) {
      cells.append(columns.map { $0.total ?? "" })
      truth.totalRows = 1
    }
    for (index, column) in columns.enumerated() {
      if column.span > 1 {
        merges.append(CellRange(rows: top + 1...top + 1, columns: index...index + column.span - 1))
      } else if column.header[1].isEmpty, !column.header[0].isEmpty {
        merges.append(CellRange(rows: top + 1...top + 2, columns: index...index))
      }
    }
  }

  // As a file
  var text: String { cells.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n" }

  /// A sheet with true merges.
  var sheet: Sheet {
    let rows = cells.enumerated().map { index, row in
      SheetRow(
        number: index + 1, isHidden: false,
        cells: row.enumerated().filter { !$0.element.isEmpty }.map { column, text in
          Cell(column: column, content: Int(text) == nil ? .text(text) : .number(text))
        })
    }
    return Sheet(
      name: "Avance", isHidden: false, rows: rows.filter { !$0.cells.isEmpty }, merges: merges, hiddenColumns: [])
  }
}
