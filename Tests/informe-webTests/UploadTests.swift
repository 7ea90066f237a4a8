import Foundation
import Testing

/// What is made of what is sent.
@Suite struct UploadTests {
  /// Of the command line, with `informe.yml` and logos beside the table.
  static func commandLine(_ configuration: [UInt8]?, _ files: [(String, [UInt8])] = []) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "informe-web-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let table = FormPart.table
    for (name, bytes) in files + [(table.fileName ?? "", table.bytes)]
      + (configuration.map { [("informe.yml", $0)] } ?? [])
    {
      try Data(bytes).write(to: URL(filePath: folder + "/" + name))
    }
    let process = Process()
    process.executableURL = URL(filePath: Server.path("informe"))
    process.arguments = [table.fileName ?? "", "-q", "-o", "a.pdf"]
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return [UInt8](FileManager.default.contents(atPath: folder + "/a.pdf") ?? Data())
  }

  @Test func findingsAndPages() throws {
    let server = try Server()
    let answer = try server.post("/check?lang=en", [.table])
    #expect(answer.status == 200 && answer.codes.isEmpty)
    let report = try #require((answer.json["reports"] as? [[String: Any]])?.first)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.map { $0["row"] as? Int } == [10, 11] && findings.map { $0["column"] as? Int } == [21, 21])
    #expect((findings[0]["message"] as? String)?.contains("the sum gives -6") == true)
    let pages = try #require(report["pages"] as? [String])
    #expect(pages.count == 6 && pages.allSatisfy { $0.hasPrefix("<?xml") && $0.contains("<svg") })
    #expect(server.children.isEmpty, "a worker ends with its upload")
  }

  @Test func theSamePDFAsTheCommandLine() throws {
    let server = try Server()
    let plain = try server.post("/report", [.table])
    #expect(plain.status == 200 && plain.headers["content-type"] == "application/pdf")
    #expect(plain.headers["content-disposition"] == "attachment; filename*=UTF-8''participacion-ciudadana-2023.pdf")
    #expect(plain.body == (try Self.commandLine(nil)))

    let logo = (
      "escudo.svg",
      Array(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><rect width=\"40\" height=\"40\" fill=\"#123456\"/></svg>"
          .utf8)
    )
    let options: [FormPart] = [
      .field("title", "Informe \"anual\" \\ ñ"), .field("municipality", "San Miguel"), .field("paper", "oficio"),
      .field("language", "en"), .field("stamp", "18"), .field("place", ""), .file("logo-left", logo.0, logo.1),
      .file("logo-right", "", []), .field("signer-role", "Elaboró"), .field("signer-name", "Ana López"),
      .field("signer-post", "Directora"), .field("signer-role", "Revisó"), .field("signer-name", ""),
      .field("signer-post", ""),
    ]
    let kept = try server.post("/configuration", options)
    #expect(
      kept.status == 200 && kept.text.contains("paper: \"oficio\"") && !kept.text.contains("Revis"), "\(kept.text)")
    let expected = try Self.commandLine(kept.body, [logo])
    let made = try server.post("/report", options + [.table])
    #expect(made.status == 200 && made.body == expected && expected != plain.body)
    // The file that was kept stands for the options.
    let again: [FormPart] = [
      .file("configuration", "informe.yml", kept.body), .file("logo-left", logo.0, logo.1), .table,
    ]
    #expect(try server.post("/report", again).body == expected)
  }

  /// Five areas' tables, as the command line binds them.
  static let areas = (1...5).map { number in
    let text = String(decoding: FormPart.table.bytes, as: UTF8.self)
      .replacingOccurrences(of: "PARTICIPACIÓN CIUDADANA", with: "ÁREA NÚMERO \(number)")
    return FormPart.file("table", "area-\(number).tsv", Array(text.utf8))
  }

  /// What the command line binds of them.
  static func boundAreas() throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "informe-volume-\(UUID().uuidString)").path()
    try write(areas, to: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = URL(filePath: Server.path("informe"))
    process.arguments = ["volume"] + areas.compactMap(\.fileName) + ["-q", "-o", "a.pdf"]
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return [UInt8](FileManager.default.contents(atPath: folder + "/a.pdf") ?? Data())
  }

  static func write(_ files: [FormPart], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files { try Data(file.bytes).write(to: URL(filePath: "\(folder)/\(file.fileName ?? "")")) }
  }

  @Test func fiveTablesBecomeAVolume() throws {
    let server = try Server()
    let made = try server.post("/volume", Self.areas)
    #expect(made.status == 200, "\(made.text.prefix(300))")
    #expect(made.body == (try Self.boundAreas()))
    #expect(try server.post("/volume", [.table, .table]).codes == ["same-name"])
    #expect(try server.post("/volume", [.table, .file("table", "b.txt", Array("nada\n".utf8))]).status == 422)
  }

  @Test func verifies() throws {
    let server = try Server()
    var report = try server.post("/report", [.table]).body
    let identical = try server.post("/verify", [.file("report", "a.pdf", report)])
    #expect(identical.status == 200 && identical.json["verdict"] as? String == "identical")
    report[report.count / 2] ^= 1
    #expect(try server.post("/verify", [.file("report", "a.pdf", report)]).json["verdict"] as? String == "altered")
    let other = try server.post("/verify", [.file("report", "a.pdf", Array("no PDF".utf8))])
    #expect(other.status == 422 && other.codes == ["unreadable-pdf"], "\(other.text)")
  }

  @Test func whatIsWrongIsTold() throws {
    let server = try Server()
    let letter = try server.post("/report", [.file("table", "carta.txt", Array("Estimado señor:\n".utf8))])
    #expect(letter.status == 422 && letter.codes == ["no-header"])
    let paper = try server.post("/check", [.field("paper", "servilleta"), .table])
    #expect(paper.status == 422 && paper.text.contains("servilleta"))
    #expect(try server.post("/check", []).codes == ["nothing-sent"])
    #expect(try server.post("/check", [.table, .table]).codes == ["several-tables"])
    #expect(try server.post("/check", [.field("shoe-size", "42"), .table]).status == 400)
    #expect(try server.post("/report", [.table, .field("number", "7")]).status == 422)
    #expect(
      try server.post("/report", [.file("logo-left", "a.svg", Array("<svg".utf8)), .table]).codes == ["logo-unusable"])
  }

  /// One would be drawn in the place of both.
  @Test func logosOfTheSameName() throws {
    let server = try Server()
    let logos = ["<rect width=\"4\" height=\"4\"/>", "<circle r=\"4\"/>"].map {
      Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\($0)</svg>".utf8)
    }
    let same = try server.post(
      "/report", [.file("logo-left", "a.svg", logos[0]), .file("logo-right", "a.svg", logos[0]), .table])
    #expect(same.status == 200)
    let other = try server.post(
      "/report", [.file("logo-left", "a.svg", logos[0]), .file("logo-right", "a.svg", logos[1]), .table])
    #expect(other.status == 422 && other.codes == ["same-name"])
  }

  /// Names come from anywhere; what is shown of them is text.
  @Test func namesAreText() throws {
    let server = try Server()
    let name = "../<b>x</b>&.tsv"
    let html = try server.post(
      "/check", [.file("table", name, Array("nada\n".utf8))], headers: ["Sec-Fetch-Site: same-origin"])
    #expect(html.status == 422 && html.headers["content-type"] == "text/html; charset=utf-8")
    #expect(!html.text.contains("<b>x") && html.text.contains("b&gt;&amp;.tsv"), "\(html.text)")
  }

  @Test func withoutScriptsAFormGivesThePDFOrAPage() throws {
    let server = try Server()
    let headers = ["Origin: http://localhost:\(server.port)"]
    let made = try server.post("/report?lang=es", [.table], headers: headers)
    #expect(made.status == 200 && made.body.starts(with: Array("%PDF".utf8)))
    let checked = try server.post("/check?lang=es", [.table], headers: headers)
    #expect(
      checked.status == 200 && checked.text.contains("2 hallazgos") && checked.text.contains("fila 10, columna 21"))
    let verified = try server.post("/verify?lang=es", [.file("report", "a.pdf", made.body)], headers: headers)
    #expect(verified.text.contains("byte por byte"))
  }
}
