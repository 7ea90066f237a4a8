import Foundation
import Testing

/// Every report is PDF/UA-1 and PDF/A-3a, as veraPDF judges. The validator is no part of Debian: `VERAPDF` names it, and
/// where it is not set the test is shown as skipped.
@Suite struct ConformanceTests {
  static let validator = ProcessInfo.processInfo.environment["VERAPDF"]

  /// Table, options.
  static let reports: [(table: String, options: [String])] = [
    (seed, []), (seed, ["--language", "en", "--paper", "a4", "--date", "2024-01-15"]), (seed, ["--paper", "oficio"]),
    ("ACTIVIDAD\tMETA\tREALIZADO\nA\t5\t4\n", []),
    (rows(40, periods: 12), []), (rows(3, periods: 12), ["--paper", "tabloide"]),
    (row(name: #"Paréntesis (uno) \ dos) /P << /MCID 0 >> BDC EMC"#, objective: "<&>\" ) Tj ET EMC"), []),
    (row(name: String(repeating: "Muy largo ", count: 1000), objective: "—"), []),
    (row(name: "Corto", objective: String(repeating: "texto de muchas palabras ", count: 80)), ["--paper", "a3"]),
    (seed, ["--config", "todo.yml"]), (seed, ["--config", "todo.yml", "--paper", "tabloide", "--language", "en"]),
    (rows(60, periods: 12), ["--config", "imagen.yml"]),
  ]

  /// With logos of every kind: lines, pixels with holes, a photograph, and a drawing that is flattened.
  static func writeConfigurations(in folder: String) throws {
    for name in ["arms.svg", "logo.png", "logo.jpg"] {
      let from = ConfigurationRunTests.logos.appending(path: name).path()
      try FileManager.default.copyItem(atPath: from, toPath: "\(folder)/\(name)")
    }
    let glass = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z' opacity='.4'/></svg>"
    let files = [
      "vidrio.svg": glass, "todo.yml": ConfigurationRunTests.full,
      "imagen.yml": "logos: {left: logo.jpg, right: vidrio.svg}\nbinding: {edge: top}\nduplex: true\n",
    ]
    for (name, text) in files {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
  }

  static let seed = (try? String(contentsOfFile: Program.seed, encoding: .utf8)) ?? ""

  static func row(name: String, objective: String) -> String {
    "DIRECCIÓN DE (PRUEBAS) \\ 2023\nNo.\tACTIVIDAD\tOBJETIVO\tSEM 1\t\tSEM 2\t\n\t\t\tPROG\tREAL\tPROG\tREAL\n"
      + "1\t\(name)\t\(objective)\t5\t4\t0\tN/A\n"
  }

  static func rows(_ count: Int, periods: Int) -> String {
    let labels = (1...periods).map { "MES \($0)\t" }.joined(separator: "\t")
    let words = Array(repeating: "PROG\tREAL", count: periods).joined(separator: "\t")
    // Not growing from period to period, which would be taken for figures up to each.
    let figures = (1...periods).map { "\($0 * 5 % 13)\t\($0 * 5 % 13 * 1000)" }.joined(separator: "\t")
    return "DIRECCIÓN DE PRUEBAS\nNo.\tACTIVIDAD\t\(labels)\n\t\t\(words)\n"
      + (1...count).map { "\($0)\tActividad \($0)\t\(figures)\n" }.joined()
  }

  @Test(.enabled(if: validator != nil, "VERAPDF names no validator: conformance is not checked here"))
  func isAccessibleAndArchival() throws {
    let validator = try #require(Self.validator)
    try Program.inFolder { folder in
      try Self.writeConfigurations(in: folder)
      var files: [String] = []
      for (index, report) in Self.reports.enumerated() {
        let (table, file) = ("\(folder)/\(index).tsv", "\(folder)/\(index).pdf")
        try report.table.write(toFile: table, atomically: true, encoding: .utf8)
        let run = try Program.run([table, "-q", "-o", file] + report.options, in: folder)
        #expect(run.code == 0, "\(index): \(run.error)")
        files.append(file)
      }
      let run = try Program.tool(validator, ["--flavour", "ua1,3a"] + files, in: folder)
      let lines = run.output.split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("PASS ") } == 2 * files.count, "\(run.output) \(run.error)")
      #expect(run.code == 0)
    }
  }
}
