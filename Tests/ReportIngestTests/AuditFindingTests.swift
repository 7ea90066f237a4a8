import ReportIngest
import Testing

@testable import ReportModel

/// Every finding of the audit, each in a table as an office would send it.
@Suite struct AuditFindingTests {
  /// Header rows; cells are parted by `|`.
  enum Header {
    case usual
    case percent
    case sums(String)

    var text: String {
      let quarters = ["PRIMER", "SEGUNDO", "TERCER", "CUARTO"].map { "\($0) TRIMESTRE" }
      switch self {
      case .usual:
        return "NÚM.|ACTIVIDAD|OBJETIVO|\(quarters.joined(separator: "|||"))|||META PROGRAMADA|META REAL|VARIACIÓN\n"
          + "||" + String(repeating: "|PROG|REAL|VAR", count: 4) + "|||\n"
      case .percent:
        return "NÚM.|ACTIVIDAD|\(quarters.joined(separator: "||"))||META PROGRAMADA|META REAL|% DE CUMPLIMIENTO\n"
          + "|" + String(repeating: "|PROG|REAL", count: 4) + "|||\n"
      case .sums(let label):
        let groups = quarters[..<2] + [label] + quarters[2...]
        return "NÚM.|ACTIVIDAD|\(groups.joined(separator: "||"))||META PROGRAMADA|META REAL\n"
          + "|" + String(repeating: "|PROG|REAL", count: 5) + "||\n"
      }
    }
  }

  struct Case {
    let code: DiagnosticCode
    let header: Header
    let rows: [String]
    /// A line above the header, besides the office and the title.
    var title: String?
  }

  static let cases: [Case] = [
    Case(
      code: .varianceMismatch, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "2|Cursos||5|3|1|4|4|0|6|5|1|5|5|0|20|17|3"]),
    Case(
      code: .varianceSign, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "2|Cursos||5|3|-2|4|4|0|6|5|1|5|5|0|20|17|3"]),
    Case(
      code: .programmedSum, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "2|Cursos||5|3|2|4|4|0|6|5|1|5|5|0|21|17|4"]),
    Case(
      code: .realSum, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "2|Cursos||5|3|2|4|4|0|6|5|1|5|5|0|20|18|2"]),
    Case(
      code: .variationMismatch, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "2|Cursos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|4"]),
    Case(
      code: .variationSign, header: .usual,
      rows: [
        "1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "2|Cursos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3",
        "3|Ligas||5|3|2|4|4|0|6|5|1|5|5|0|20|17|-3",
      ]),
    Case(
      code: .signConflict, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|-1|5|5|0|20|17|3"]),
    Case(
      code: .percentMismatch, header: .percent,
      rows: ["1|Torneos|5|3|4|4|6|5|5|5|20|17|85%", "2|Cursos|5|3|4|4|6|5|5|5|20|17|95%"]),
    Case(
      code: .yearConflict, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3"], title: "AÑO 2022"),
    Case(
      code: .objectiveNumber, header: .usual,
      rows: ["1|Torneos|Realizar 25 torneos|5|3|2|4|4|0|6|5|1|5|5|0|20|17|3"]),
    Case(
      code: .cumulativeSuspected, header: .percent,
      rows: ["1|Torneos|5|4|10|9|15|14|20|19|20|19|95%", "2|Cursos|5|3|4|4|6|5|5|5|20|17|85%"]),
    Case(
      code: .subtotalMismatch, header: .sums("PRIMER SEMESTRE"),
      rows: [
        "1|Torneos|5|3|4|4|9|7|6|5|5|5|20|17", "2|Cursos|5|3|4|4|9|8|6|5|5|5|20|17",
        "3|Ligas|6|3|4|4|10|7|6|5|5|5|21|17",
      ]),
    Case(
      code: .accumulatedMismatch, header: .sums("ACUMULADO AL SEGUNDO TRIMESTRE"),
      rows: [
        "1|Torneos|5|3|4|4|9|7|6|5|5|5|20|17", "2|Cursos|5|3|4|4|9|8|6|5|5|5|20|17",
        "3|Ligas|6|3|4|4|10|7|6|5|5|5|21|17",
      ]),
    Case(
      code: .totalMismatch, header: .usual,
      rows: [
        "1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "2|Cursos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3",
        "|TOTAL||10|6|4|8|8|0|12|10|2|10|10|0|41|34|6",
      ]),
    Case(
      code: .duplicateNumber, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3"]),
    Case(
      code: .missingNumber, header: .usual,
      rows: [
        "1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "|Cursos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3",
        "3|Ligas||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3",
      ]),
    Case(
      code: .unexplainedBlank, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1|5|5|0|20|17|3", "2|Cursos||5||2|4|4|0|6|5|1|5|5|0|20|17|3"]),
    Case(
      code: .blankPeriod, header: .usual,
      rows: ["1|Torneos||5|3|2|4|4|0|6|5|1||||15|12|3", "2|Cursos||5|3|2|4|4|0|6|5|1||||15|12|3"]),
    Case(
      code: .mixedUnits, header: .usual,
      rows: ["1|Torneos||5 torneos|3 torneos|2|4 cursos|4 cursos|0|6|5|1|5|5|0|20|17|3"]),
    Case(
      code: .mixedPercent, header: .usual,
      rows: ["1|Torneos||5%|3%|2%|4|4|0|6%|5%|1%|5%|5%|0%|20%|17%|3%"]),
  ]

  /// In both languages, with something to do.
  @Test(arguments: cases) func isFound(_ expected: Case) throws {
    let lines = ["COORDINACIÓN DE DEPORTE", "INFORME ANUAL 2023"] + [expected.title].compactMap { $0 }
    let text = lines.map { $0 + "\n" }.joined() + expected.header.text + expected.rows.joined(separator: "\n")
    let bytes = text.utf8.map { $0 == UInt8(ascii: "|") ? UInt8(ascii: "\t") : $0 }
    let report = try #require(ReportReader.read(bytes, file: "t.tsv").reports.first)
    let found = Audit.findings(in: report).filter { $0.code == expected.code.rawValue }
    #expect(!found.isEmpty)
    for finding in found {
      #expect(!finding.message.es.isEmpty && finding.message.es != finding.message.en)
      #expect(!finding.hint.es.isEmpty && finding.hint.es != finding.hint.en)
    }
  }

  @Test func thereIsACaseForEveryCode() {
    #expect(Self.cases.map(\.code) + [.missingLibrary] == DiagnosticCode.allCases)
  }
}
