import ReportModel
import Testing

@Suite struct YearOnYearTests {
  private static func pair(_ new: [String], _ old: [String], settled: [SettledMatch] = []) -> YearOnYear {
    YearOnYear(
      MadeUpYears.report(new.map { Text(name: $0) }),
      against: PreviousYear(
        year: 2022, department: nil,
        activities: old.enumerated().map { PreviousActivity(number: "\($0.offset + 1)", name: $0.element) }),
      settled: settled)
  }

  /// Over 300 made-up pairs of years no two different activities are taken for one, and nearly all that go on are found.
  @Test func noWrongPairIsSure() {
    var (sure, going, wrong) = (0, 0, [String]())
    for seed in 1...300 {
      let years = MadeUpYears(seed: UInt64(seed))
      let result = YearOnYear(years.report, against: years.previous)
      going += years.truth.count
      for pair in result.pairs {
        let (a, b) = (years.report.activities[pair.current], years.previous.activities[pair.previous])
        // Activities of one name are one as far as anybody can tell.
        let origin = years.truth[pair.current].map { years.previous.activities[$0].name }
        if origin == b.name { sure += 1 } else { wrong.append("\(seed): \(b.name) → \(a.name.value)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(sure * 100 >= going * 90, "\(sure) of \(going)")
  }

  /// Every activity stands in exactly one list, but for those to be decided, which may have several candidates.
  @Test func nothingIsLost() {
    for seed in 401...500 {
      let years = MadeUpYears(seed: UInt64(seed))
      let result = YearOnYear(years.report, against: years.previous)
      let current = result.pairs.map(\.current) + Set(result.undecided.map(\.current)) + result.new
      let previous = result.pairs.map(\.previous) + Set(result.undecided.map(\.previous)) + result.ended
      #expect(current.sorted() == Array(years.report.activities.indices))
      #expect(previous.sorted() == Array(years.previous.activities.indices))
    }
  }

  /// All are compared with all by the words they share, in no more time than it takes to read them.
  @Test func thousandsAreCompared() {
    let letters = Array("abcdefghij")
    let names = (1...2_000).map { number in
      "Bacheo de la calle " + String(String(number).compactMap { $0.wholeNumberValue.map { letters[$0] } })
    }
    let result = Self.pair(names, names.reversed())
    #expect(result.pairs.map { $0.current + $0.previous } == Array(repeating: 1_999, count: 2_000))
  }

  @Test(arguments: [
    ("Reuniones con los 45 consejos sociales", "REUNIONES CON LOS 43 CONSEJOS SOCIALES"),
    ("Gestión de solicitudes de servicios públicos", "Solicitudes de servicios publicos"),
    ("Diagnósticos de necesidades de capacitación", "Diagnóstico de necesidades de capacitar"),
  ])
  func findsWhatGoesOn(_ new: String, _ old: String) {
    let result = Self.pair([new, "Bacheo de calles"], ["Feria del empleo", old])
    #expect(result.pairs.map { [$0.current, $0.previous] } == [[0, 1]])
    #expect(result.new == [1] && result.ended == [0])
  }

  @Test(arguments: [
    (
      "Cursos de oficios y autoempleo para mujeres de comunidades rurales del sur",
      "Cursos de oficios y autoempleo para hombres de comunidades rurales del sur"
    ),
    ("Pavimentación de la avenida Juárez etapa 2", "Pavimentación de la avenida Juárez etapa 1"),
    ("Pavimentación de la avenida Juárez etapa II", "Pavimentación de la avenida Juárez etapa I"),
    (
      "Mantenimiento de escuelas primarias y sus patios cívicos",
      "Mantenimiento de escuelas secundarias y sus patios cívicos"
    ),
  ])
  func neverTakesNeighboursForOne(_ new: String, _ old: String) {
    let result = Self.pair([new], [old])
    #expect(result.pairs.isEmpty)
    #expect(result.undecided.map { [$0.current, $0.previous] } == [[0, 0]])
  }

  @Test func twoOfOneNameAreLeftToTheOffice() {
    let result = Self.pair(["Talleres", "Talleres"], ["Talleres", "Talleres"])
    #expect(result.pairs.isEmpty)
    #expect(result.undecided.count == 4)
  }

  @Test func theOfficeSettles() {
    let names = (["Programas de apoyo social"], ["Apoyos sociales diversos", "Bacheo"])
    #expect(Self.pair(names.0, names.1).pairs.isEmpty)
    let same = Self.pair(names.0, names.1, settled: [SettledMatch(current: "1", previous: "1")])
    #expect(same.pairs.map { [$0.current, $0.previous, $0.likeness] } == [[0, 0, nil]])
    #expect(same.undecided.isEmpty && same.ended == [1])
    let new = Self.pair(["Bacheo"], ["Bacheo"], settled: [SettledMatch(current: "1", previous: nil)])
    #expect(new.pairs.isEmpty && new.undecided.isEmpty && new.new == [0] && new.ended == [0])
  }

  @Test func settlingWhatIsNotThereIsTold() {
    let settled = [
      SettledMatch(current: "9", previous: "1"), SettledMatch(current: "1", previous: "7"),
    ]
    #expect(Self.pair(["Bacheo"], ["Bacheo"], settled: settled).unusable == settled)
  }

  @Test func accentsComposedOrNotAreFolded() {
    #expect(FoldedText.words(of: "Capacitación, N\u{303}ANDÚ n.º 3") == ["capacitacion", "nandu", "n", "3"])
  }
}
