@testable import Spreadsheets

/// Tables that are arranged otherwise, and what stands below a table.
extension TableMaker {
  private func sum(_ row: Int, _ pick: ((Int, Int)) -> Int) -> Int { truth.figures[row].reduce(0) { $0 + pick($1) } }

  private mutating func labels() -> [String] {
    var labels: [String] = []
    for months in truth.months { labels.append(label(months)) }
    return labels
  }

  /// The year's columns hold the sums: such a table has both or none.
  private mutating func takeSumsAsGoals(_ isTaken: Bool) {
    truth.hasGoal = isTaken
    truth.hasReal = isTaken
    truth.goals = truth.figures.indices.map { sum($0) { $0.0 } }
  }

  /// Two rows or three an activity; its number and name stand in the first or in all.
  mutating func layAlternating() {
    layTitles()
    let words = one(of: [
      ("P", "R"), ("PROG", "REAL"), ("Programado", "Alcanzado"), ("P", "A"), ("Meta", "Avance"), ("Prog.", "Real"),
    ])
    takeSumsAsGoals(chance(60))
    let (repeats, hasVariance, hasExtra) = (chance(40), chance(20), chance(25))
    var head = ["No.", "ACTIVIDAD"] + (hasExtra ? ["LOCALIDAD"] : []) + [one(of: ["", "TIPO", "P/R"])] + labels()
    if truth.hasGoal { head.append(one(of: ["TOTAL", "META ANUAL", "ANUAL", "TOTAL ANUAL"])) }
    cells.append(head)
    if hasExtra { truth.extras.append(truth.names.indices.map { "Sitio \($0)" }) }
    for row in truth.names.indices {
      let first = cells.count + 1
      var lines: [(String, [Int])] = [
        (words.0, truth.figures[row].map(\.0)), (words.1, truth.figures[row].map(\.1)),
      ]
      if hasVariance { lines.append(("VAR.", truth.figures[row].map { $0.0 - $0.1 })) }
      for (index, line) in lines.enumerated() {
        let isShown = index == 0 || repeats
        var cell = isShown ? ["\(row + 1)", truth.names[row]] : ["", ""]
        if hasExtra { cell.append(index == 0 ? "Sitio \(row)" : "") }
        cell += [line.0] + line.1.map(String.init)
        if truth.hasGoal { cell.append("\(line.1.reduce(0, +))") }
        cells.append(cell)
      }
      if !repeats {
        for column in 0...1 {
          merges.append(CellRange(rows: first...first + lines.count - 1, columns: column...column))
        }
      }
    }
  }

  /// A row for each period, and perhaps one for their sum.
  mutating func layLong() {
    layTitles()
    let hasTotals = truth.form == .longWithTotals
    let labels = labels()
    let unit = [1: "MES", 2: "BIMESTRE", 3: "TRIMESTRE", 4: "CUATRIMESTRE", 6: "SEMESTRE"][truth.months[0].count] ?? ""
    let (repeats, hasMoney, hasGoal) = (chance(60), chance(25), chance(30))
    cells.append(
      ["No.", "ACTIVIDAD"] + (hasGoal ? ["META ANUAL"] : []) + [one(of: ["PERIODO", unit]), "PROG", "REAL"]
        + (hasMoney ? ["EJERCIDO"] : []))
    let isByName = chance(30)
    let words = one(of: ["TOTAL", "SUMA", "TOTAL ANUAL", "Total"])
    for row in truth.names.indices {
      for (period, figures) in truth.figures[row].enumerated() {
        var line = period == 0 || repeats ? ["\(row + 1)", truth.names[row]] : ["", ""]
        if hasGoal { line.append(period == 0 || repeats ? "\(truth.goals[row])" : "") }
        line += [labels[period], "\(figures.0)", "\(figures.1)"]
        if hasMoney { line.append("\(1000 + 100 * row + period)") }
        cells.append(line)
      }
      guard hasTotals else { continue }
      let name = repeats ? ["\(row + 1)", truth.names[row]] : ["", ""]
      var line = isByName ? ["", words] : name
      if hasGoal { line.append("") }
      line += [isByName ? "" : words, "\(sum(row) { $0.0 })", "\(sum(row) { $0.1 })"]
      if hasMoney { line.append("") }
      cells.append(line)
    }
    if hasTotals, chance(30) { layTotalOfAll(hasGoal, hasMoney) }
    let spent = truth.months.indices.map { period in truth.names.indices.map { "\(1000 + 100 * $0 + period)" } }
    if hasMoney { truth.extras += spent }
    if hasTotals, hasMoney { truth.extras += [truth.names.map { _ in "" }] }
    if hasGoal {
      (truth.hasGoal, truth.hasReal) = (true, false)
      truth.subtotalCount = hasTotals ? 1 : 0
    } else {
      takeSumsAsGoals(hasTotals)
    }
  }

  private mutating func layTotalOfAll(_ hasGoal: Bool, _ hasMoney: Bool) {
    let rows = truth.names.indices
    let figures = [rows.reduce(0) { $0 + sum($1) { $0.0 } }, rows.reduce(0) { $0 + sum($1) { $0.1 } }]
    cells.append(
      ["", "TOTAL GENERAL"] + (hasGoal ? [""] : []) + [""] + figures.map(String.init) + (hasMoney ? [""] : []))
  }

  /// Each figure holds those before it; the year's columns prove it.
  mutating func layRunning() {
    layTitles()
    takeSumsAsGoals(true)
    var (top, bottom) = (["No.", "ACTIVIDAD"], ["", ""])
    for label in labels() {
      top += [label, ""]
      bottom += ["PROG", "REAL"]
    }
    let first = cells.count + 1
    cells += [top + ["META ANUAL", "REAL ANUAL"], bottom + ["", ""]]
    for column in stride(from: 2, to: top.count, by: 2) {
      merges.append(CellRange(rows: first...first, columns: column...column + 1))
    }
    for row in truth.names.indices {
      var (programmed, real) = (0, 0)
      var line = ["\(row + 1)", truth.names[row]]
      for figures in truth.figures[row] {
        (programmed, real) = (programmed + figures.0, real + figures.1)
        line += ["\(programmed)", "\(real)"]
      }
      cells.append(line + ["\(programmed)", "\(real)"])
    }
    truth.subtotalCount = truth.months.count
  }

  /// Notes, and those who sign: beside their words, below them or above.
  mutating func layBelow() {
    if chance(25) {
      cells.append(["Nota: cifras preliminares de enero de 2024."])
      truth.notes += 1
    }
    if chance(15) {
      cells.append(["Fuente: registros propios"])
      truth.notes += 1
    }
    guard chance(30) else { return }
    let roles = one(of: [
      ("ELABORÓ", "AUTORIZÓ"), ("Elaboró", "Vo. Bo."), ("REVISÓ", "VALIDÓ"), ("REALIZÓ", "SUPERVISÓ"),
    ])
    let names = ["", "Lic. Ana López", "", "", "Ing. Luis Ruiz"]
    let words = ["", roles.0, "", "", roles.1]
    let posts = ["", "Coordinadora", "", "", "Director"]
    cells.append([])
    switch Int.random(in: 0...2, using: &numbers) {
    case 0: cells += [words, names, posts]
    case 1: cells += [names, posts, words]
    default: cells.append(["\(roles.0): Lic. Ana López", "", "\(roles.1): Ing. Luis Ruiz"])
    }
    truth.signers = 2
  }
}
