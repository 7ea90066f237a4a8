import ReportModel
import Testing

@testable import ReportPipeline

@Suite struct CanonicalCSVTests {
  static func lines(_ table: String) throws -> [String] {
    let text = String(decoding: CanonicalData(try CanonicalDataTests.report(table)).csv, as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}area,ejercicio,numero,actividad,") && text.hasSuffix("\r\n"))
    return text.split(separator: "\r\n").map(String.init)
  }

  @Test func aRowForEachPeriodAndOneForTheYear() throws {
    let lines = try Self.lines(CanonicalDataTests.table("A", "12.50", "N/A"))
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix(",,,A,,,,,periodo,SEM 1,1,6,12.5,N/A,"))
    #expect(lines[2].hasPrefix(",,,A,,,,,periodo,SEM 2,7,12,1,1,"))
    #expect(lines[3].hasPrefix(",,,A,,,,,anual,,,,"))
  }

  @Test func separatorsAndQuotesAreQuoted() throws {
    #expect(try Self.lines(CanonicalDataTests.table("a, \"\"b\"\";c"))[1].contains(",\"a, \"\"b\"\";c\","))
  }

  /// Spreadsheets would run these.
  @Test(arguments: [
    ("=1+1", "=1+1"), ("+x", "+x"), ("-x", "-x"), ("@SUM(A1)", "@SUM(A1)"), ("＝1", "=1"), ("'x", "'x"),
  ])
  func textsNeverBecomeFormulas(_ name: String, _ read: String) throws {
    #expect(try Self.lines(CanonicalDataTests.table(name))[1].contains(",'\(read),"))
  }

  @Test func negativeNumbersStayNumbers() throws {
    #expect(try Self.lines(CanonicalDataTests.table("A", "5", "-27"))[1].contains(",5,-27,"))
  }
}
