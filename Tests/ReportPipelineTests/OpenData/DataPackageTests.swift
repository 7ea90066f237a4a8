import Foundation
import ReportModel
import SystemLibraries
import Testing

@testable import ReportPipeline

/// A descriptor says of the table what Data Package 2.0 wants said, and what the table is.
@Suite struct DataPackageTests {
  static func package(_ table: String, _ language: Language = .es) throws -> DataPackage {
    let reading = Job.read(Source(path: "una/tabla.tsv", bytes: Array(table.utf8)), sheet: nil)
    try #require(!reading.reports.isEmpty, "\(reading.diagnostics)")
    return DataPackage(reading, 0, office: "Obras", language)
  }

  static func descriptor(_ package: DataPackage) throws -> JSONValue {
    let file = try #require(package.files.last)
    #expect(file.name == "datapackage.json")
    return try #require(JSONValue(parsing: file.bytes))
  }

  static let table = CanonicalDataTests.table("A", "12.50", "N/A")

  @Test func tellsTheTableAndItsChecksum() throws {
    let package = try Self.package(Self.table)
    let descriptor = try Self.descriptor(package)
    #expect(descriptor["$schema"]?.string == "https://datapackage.org/profiles/2.0/datapackage.json")
    #expect(descriptor["name"]?.string?.wholeMatch(of: /[-a-z0-9._\/]+/) != nil)
    #expect(descriptor["sources"]?.list?.compactMap { $0["title"]?.string } == ["tabla.tsv"])
    let resources = try #require(descriptor["resources"]?.list)
    #expect(resources.count == 1)
    #expect(resources[0]["path"]?.string == "datos.csv" && package.files[0].name == "datos.csv")
    #expect(resources[0]["type"]?.string == "table" && resources[0]["format"]?.string == "csv")
    #expect(resources[0]["mediatype"]?.string == "text/csv" && resources[0]["encoding"]?.string == "utf-8")
    #expect(resources[0]["bytes"]?.integer == package.files[0].bytes.count)
    #expect(resources[0]["hash"]?.string == "sha256:" + Digest.sha256(package.files[0].bytes).description)
  }

  /// The bytes are those that the report itself carries.
  @Test func theTableIsTheOneCarried() throws {
    let report = try CanonicalDataTests.report(Self.table)
    #expect(try Self.package(Self.table).csv == CanonicalData(report).csv)
  }

  @Test(arguments: Language.allCases) func everyColumnHasAFieldInItsPlace(_ language: Language) throws {
    let package = try Self.package(Self.table, language)
    let schema = try #require(try Self.descriptor(package)["resources"]?.list?.first?["schema"])
    let fields = try #require(schema["fields"]?.list)
    let head = String(decoding: package.csv, as: UTF8.self).dropFirst().prefix { $0 != "\r\n" }
    #expect(fields.compactMap { $0["name"]?.string } == head.split(separator: ",").map(String.init))
    #expect(schema["missingValues"]?.list?.compactMap(\.string) == [""])
    #expect(schema["fieldsMatch"] == nil, "its default is exact")
    for field in fields {
      #expect(["string", "year", "integer", "number"].contains(field["type"]?.string))
      #expect(field["title"]?.string?.isEmpty == false && field["description"]?.string?.isEmpty == false)
    }
  }

  /// Every cell is of its field's type, or one of the texts that stand for nothing.
  @Test(arguments: ["N/A", "-", "S/P", "=", ""]) func everyCellIsOfItsType(_ text: String) throws {
    let package = try Self.package(CanonicalDataTests.table("A, \"\"b\"\"", text == "=" ? "-1" : text, "3.5"))
    let fields = try #require(try Self.descriptor(package)["resources"]?.list?.first?["schema"]?["fields"]?.list)
    let lines = String(decoding: package.csv, as: UTF8.self).split(separator: "\r\n").dropFirst()
    #expect(lines.count == 3)
    for line in lines {
      let cells = Self.cells(String(line))
      #expect(cells.count == fields.count)
      for (cell, field) in zip(cells, fields) {
        let missing = field["missingValues"]?.list?.compactMap(\.string) ?? [""]
        let isRight =
          missing.contains(cell) || field["type"]?.string == "string"
          || cell.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
        #expect(isRight, "\(cell)")
      }
    }
  }

  private static func cells(_ line: String) -> [String] {
    var (cells, isQuoted) = ([""], false)
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  @Test func isTheSameEveryTime() throws {
    let (a, b) = (try Self.package(Self.table), try Self.package(Self.table))
    #expect(a.files.map(\.bytes) == b.files.map(\.bytes))
    #expect(DataPackage.isOurs(a.files[1].bytes))
    #expect(!DataPackage.isOurs(Array("{\"resources\": [], \"private\": true}".utf8)))
  }
}
