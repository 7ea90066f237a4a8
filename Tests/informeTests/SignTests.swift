import Foundation
import TestAuthority
import Testing

/// `informe sign`, and `informe verify` of what it makes, as real processes; other people's tools judge the signatures.
@Suite struct SignTests {
  static let signers = """
    date: 2024-01-15
    signers:
      - {role: Elaboró, name: Lic. Ana López, post: Coordinadora}
      - {role: Revisó, name: Ing. Benito Ruiz, post: Director}
      - {role: Autorizó, name: C. Rosa Díaz, post: Presidenta Municipal}
    """

  static let roles = ["elaboro", "reviso", "autorizo"]

  /// A folder with a report to sign, `a.pdf`, and an authority.
  static func inFolder(_ body: (String, TestAuthority) throws -> Void) throws {
    try Program.inFolder { folder in
      try FileManager.default.copyItem(atPath: Program.seed, toPath: folder + "/t.tsv")
      try signers.write(toFile: folder + "/informe.yml", atomically: true, encoding: .utf8)
      let run = try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder)
      #expect(run.code == 0, "\(run.error)")
      try body(folder, try TestAuthority(in: folder + "/ca"))
    }
  }

  static func sign(
    _ report: String, _ person: TestAuthority.Person, _ options: [String] = [], in folder: String, pkcs12: Bool = false
  ) throws -> Program.Run {
    let credentials = pkcs12 ? ["--p12", person.pkcs12] : ["--cer", person.certificate, "--key", person.key]
    return try Program.run(
      ["sign", report, "--password-file", person.passwordFile] + credentials + options, in: folder)
  }

  static func bytes(_ path: String) -> [UInt8] { [UInt8](FileManager.default.contents(atPath: path) ?? Data()) }

  /// Tomorrow: test certificates are valid from now on, and clocks differ by moments.
  static let date: String = {
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    return Date(timeIntervalSinceNow: 86_400).formatted(style)
  }()

  @Test func threeSignTheReport() throws {
    try Self.inFolder { folder, authority in
      let people = try ["ANA LÓPEZ PÉREZ", "BENITO RUIZ NÚÑEZ", "ROSA DÍAZ"].enumerated().map {
        try authority.person($1, number: $0 + 1)
      }
      let report = Self.bytes(folder + "/a.pdf")
      try FileManager.default.copyItem(atPath: folder + "/a.pdf", toPath: folder + "/s.pdf")
      var files: [String] = []
      for (index, person) in people.enumerated() {
        let before = Self.bytes(folder + "/s.pdf")
        let run = try Self.sign(
          "s.pdf", person, ["--role", Self.roles[index], "--date", Self.date], in: folder, pkcs12: index == 2)
        #expect(run.code == 0 && run.output == "s.pdf\n", "\(run.error)")
        let after = Self.bytes(folder + "/s.pdf")
        #expect(after.starts(with: before) && after.starts(with: report) && after.count > before.count)
        let verified = try Program.run(["verify", "s.pdf", "--ca", authority.certificate], in: folder)
        #expect(verified.code == 0, "\(verified.output)")
        #expect(verified.output.components(separatedBy: "note: signature: ").count == index + 2, "\(verified.output)")
        files.append("s\(index).pdf")
        try FileManager.default.copyItem(atPath: folder + "/s.pdf", toPath: folder + "/" + files[index])
      }
      let said = try Program.run(["verify", "s.pdf"], in: folder).output
      #expect(
        said.contains("ANA LÓPEZ PÉREZ (RFC LOPA800111XX1, certificate 30001000000500000001) signed as “Elaboró”"))
      #expect(said.contains("it covers the whole report and the 2 signatures before"))
      let judged = try Program.tool("pdfsig", ["-nocert", "s.pdf"], in: folder).output
      #expect(judged.components(separatedBy: "Signature is Valid.").count == 4, "\(judged)")
      #expect(judged.components(separatedBy: "ETSI.CAdES.detached").count == 4, "\(judged)")
      #expect(judged.contains("Total document signed"))
      #expect(try Program.tool("qpdf", ["--check", "s.pdf"], in: folder).code == 0)
      try Self.checkConformance(files, in: folder)
      // The same key, time and report give the same signature.
      let again = try Self.sign("a.pdf", people[0], ["--date", Self.date, "-o", "b.pdf"], in: folder)
      #expect(again.code == 0 && Self.bytes(folder + "/b.pdf") == Self.bytes(folder + "/s0.pdf"))
      #expect(Self.bytes(folder + "/a.pdf") == report)
    }
  }

  private static func checkConformance(_ files: [String], in folder: String) throws {
    guard let validator = ConformanceTests.validator else { return }
    let run = try Program.tool(validator, ["--flavour", "ua1,3a"] + files, in: folder)
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("PASS ") } == 2 * files.count, "\(run.output)")
  }

  @Test func whoMustNotSignIsTold() throws {
    try Self.inFolder { folder, authority in
      let ana = try authority.person("ANA", number: 1)
      let rosa = try authority.person("ROSA", number: 2, password: "otra")
      let seal = try authority.person("MUNICIPIO", number: 3, unit: "Caja")
      func check(_ code: Int32, _ word: String, _ arguments: [String], file: String = "a.pdf") throws {
        let run = try Program.run(["sign", file] + arguments, in: folder)
        #expect(run.code == code && run.error.contains(": error: \(word): "), "\(arguments): \(run.code) \(run.error)")
        #expect(run.output.isEmpty)
      }
      func credentials(_ certificate: String, _ key: String, _ password: String) -> [String] {
        ["--cer", certificate, "--key", key, "--password-file", password]
      }
      let own = credentials(ana.certificate, ana.key, ana.passwordFile)
      let report = Self.bytes(folder + "/a.pdf")
      try check(77, "wrong-password", credentials(ana.certificate, ana.key, rosa.passwordFile))
      try check(77, "wrong-password", ["--p12", ana.pkcs12, "--password-file", rosa.passwordFile])
      try check(77, "key-does-not-fit", credentials(rosa.certificate, ana.key, ana.passwordFile))
      try check(77, "seal-certificate", credentials(seal.certificate, seal.key, seal.passwordFile))
      try check(77, "no-certificate", credentials("t.tsv", ana.key, ana.passwordFile))
      try check(77, "no-key", credentials(ana.certificate, "t.tsv", ana.passwordFile))
      try check(77, "no-identity", ["--p12", "t.tsv", "--password-file", ana.passwordFile])
      try check(77, "expired-certificate", own + ["--date", "2099-01-01"])
      try check(77, "certificate-not-yet-valid", own + ["--date", "2001-01-01"])
      try check(65, "unknown-role", own + ["--role", "testigo"])
      try check(65, "signs-last", own + ["--role", "autorizo"])
      try check(65, "unreadable-pdf", own, file: "t.tsv")
      try check(66, "unreadable-input", own, file: "falta.pdf")
      try check(66, "unreadable-input", credentials("falta.cer", ana.key, ana.passwordFile))
      try check(74, "no-time-stamp", own + ["--date", Self.date, "--tsa", "http://127.0.0.1:9/"])
      #expect(try Program.run(["sign", "a.pdf", "--cer", ana.certificate], in: folder).code == 64)
      #expect(try Program.run(["sign", "a.pdf"] + own + ["--tsa", "https://a.mx"], in: folder).code == 64)
      #expect(Self.bytes(folder + "/a.pdf") == report)
      #expect(try Self.sign("a.pdf", ana, ["--date", Self.date], in: folder).code == 0)
      try check(65, "signed-already", own + ["--role", "Elaboró"])
      #expect(FileManager.default.createFile(atPath: folder + "/b.pdf", contents: Data(report + [10])))
      try check(4, "altered", own, file: "b.pdf")
      try "duplex: true\n".write(toFile: folder + "/nadie.yml", atomically: true, encoding: .utf8)
      #expect(try Program.run(["t.tsv", "-q", "-o", "c.pdf", "--config", "nadie.yml"], in: folder).code == 0)
      try check(65, "no-signature-fields", own, file: "c.pdf")
      let spanish = try Program.run(
        ["sign", "a.pdf", "--role", "elaboro"] + own, in: folder, environment: ["LANG": "es_MX.UTF-8"])
      #expect(spanish.error.contains("«elaboro» ya firmó"))
    }
  }

  static let pyHanko = ProcessInfo.processInfo.environment["PYHANKO"]

  /// Another program's reading of the same standards, and its own signature in a prepared field.
  @Test(.enabled(if: pyHanko != nil, "PYHANKO names no Python with pyHanko: it is not asked here"))
  func pyHankoTrustsAllAndSignsToo() throws {
    let python = try #require(Self.pyHanko)
    try Self.inFolder { folder, authority in
      for (index, role) in Self.roles.enumerated() {
        let person = try authority.person("Persona \(index)", number: index + 1, password: "clave")
        if index == 1 {
          let run = try Program.tool(
            python, [Self.script, "sign", "a.pdf", "f.pdf", role, person.pkcs12, "clave"], in: folder)
          #expect(run.code == 0, "\(run.error)")
        }
        #expect(try Self.sign("a.pdf", person, ["--role", role, "--date", Self.date], in: folder).code == 0)
      }
      let judged = try Program.tool(python, [Self.script, "judge", "a.pdf", authority.certificate], in: folder)
      let lines = judged.output.split(separator: "\n")
      #expect(lines.count == 3 && lines.allSatisfy { $0.hasSuffix(" intact valid trusted docmdp") }, "\(judged)")
      let run = try Program.run(["verify", "f.pdf"], in: folder)
      #expect(run.code == 3 && run.output.contains("foreign-signature") && run.output.contains("note: identical"))
    }
  }

  /// A field that no report has, signed by another program and seen by nobody: the report is not what it was.
  @Test(.enabled(if: pyHanko != nil, "PYHANKO names no Python with pyHanko: it is not asked here"))
  func anotherFieldIsFound() throws {
    let python = try #require(Self.pyHanko)
    try Self.inFolder { folder, authority in
      let ana = try authority.person("ANA", number: 1, password: "clave")
      #expect(try Self.sign("a.pdf", ana, ["--date", Self.date, "-o", "s.pdf"], in: folder).code == 0)
      for (file, output) in [("a.pdf", "x.pdf"), ("s.pdf", "y.pdf")] {
        let run = try Program.tool(
          python, [Self.script, "sign", file, output, "invisible", ana.pkcs12, "clave"], in: folder)
        #expect(run.code == 0, "\(run.error)")
        let verified = try Program.run(["verify", output], in: folder)
        #expect(verified.code == 4 && verified.output.contains("signature-altered"), "\(verified.output)")
      }
    }
  }

  /// PDF/A-4f and PDF/UA-2, with a signature.
  @Test func aReportOfTheNextStandardsIsSignedToo() throws {
    try Self.inFolder { folder, authority in
      let ana = try authority.person("ANA", number: 1)
      #expect(try Program.run(["t.tsv", "-q", "--standard", "a4f", "-o", "f.pdf"], in: folder).code == 0)
      #expect(try Self.sign("f.pdf", ana, ["--date", Self.date], in: folder).code == 0)
      #expect(try Program.run(["verify", "f.pdf", "--ca", authority.certificate], in: folder).code == 0)
      #expect(try Program.tool("pdfsig", ["-nocert", "f.pdf"], in: folder).output.contains("Signature is Valid."))
      guard let validator = ConformanceTests.validator else { return }
      let run = try Program.tool(validator, ["--flavour", "ua2,4f,wt1a", "f.pdf"], in: folder)
      #expect(run.output.split(separator: "\n").count { $0.hasPrefix("PASS ") } == 3, "\(run.output)")
    }
  }

  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "pyhanko_signatures.py").path()

  /// Whoever is asked for the chain must know the authority.
  @Test func anotherAuthorityIsTold() throws {
    try Self.inFolder { folder, authority in
      let ana = try authority.person("ANA", number: 1, key: "ec")
      let other = try TestAuthority(in: folder + "/otra", name: "Otra AC")
      #expect(try Self.sign("a.pdf", ana, ["--date", Self.date], in: folder, pkcs12: true).code == 0)
      #expect(try Program.run(["verify", "a.pdf", "--ca", authority.certificate], in: folder).code == 0)
      let run = try Program.run(["verify", "a.pdf", "--ca", other.certificate], in: folder)
      #expect(run.code == 7 && run.output.contains("error: signature-untrusted: "), "\(run.output)")
      #expect(try Program.run(["verify", "a.pdf", "--ca", "t.tsv"], in: folder).code == 65)
    }
  }

  /// With a time stamp (PAdES B-T, ETSI EN 319 142-1, 6.3): ours and other people's tools find it true.
  @Test func anAuthorityStampsTheTime() throws {
    try Self.inFolder { folder, authority in
      let ana = try authority.person("ANA", number: 1)
      let stampers = try TestAuthority(in: folder + "/sellos", name: "AC de sellos")
      let server = try TimeStampServer(of: stampers)
      defer { server.stop() }
      // Stamps tell today, and the certificate is valid from today on.
      let options = ["-o", "s.pdf", "--tsa", server.address + "/tsr"]
      let run = try Self.sign("a.pdf", ana, options, in: folder)
      #expect(run.code == 0, "\(run.error)")
      let verified = try Program.run(["verify", "s.pdf"], in: folder)
      #expect(verified.code == 0 && verified.output.contains(", time-stamped 20"), "\(verified.output)")
      let both = Self.bytes(authority.certificate) + Self.bytes(stampers.certificate)
      #expect(FileManager.default.createFile(atPath: folder + "/both.pem", contents: Data(both)))
      #expect(try Program.run(["verify", "s.pdf", "--ca", "both.pem"], in: folder).code == 0)
      let unknown = try Program.run(["verify", "s.pdf", "--ca", authority.certificate], in: folder)
      #expect(unknown.code == 7 && unknown.output.contains("vouches for the time stamp"), "\(unknown.output)")
      #expect(try Program.tool("pdfsig", ["-nocert", "s.pdf"], in: folder).output.contains("Signature is Valid."))
      try Self.checkConformance(["s.pdf"], in: folder)
      let address = server.address + TimeStampServer.wrong
      let wrong = try Self.sign("a.pdf", ana, ["-o", "w.pdf", "--tsa", address], in: folder)
      #expect(wrong.code == 74 && wrong.error.contains("time-stamp"), "\(wrong.code) \(wrong.error)")
      #expect(!FileManager.default.fileExists(atPath: folder + "/w.pdf"))
      guard let python = Self.pyHanko else { return }
      let judged = try Program.tool(
        python, [Self.script, "judge", "s.pdf", authority.certificate, stampers.certificate], in: folder)
      #expect(judged.output == "elaboro intact valid trusted docmdp stamped\n", "\(judged)")
    }
  }

  /// A revision behind the signatures that paints over a page: every signature is still true, the report is not.
  @Test func aPageChangedAfterSigningIsFound() throws {
    try Self.inFolder { folder, authority in
      let ana = try authority.person("ANA", number: 1)
      #expect(try Self.sign("a.pdf", ana, ["--date", Self.date], in: folder).code == 0)
      let signed = Self.bytes(folder + "/a.pdf")
      let page = try #require(
        try Program.tool("qpdf", ["--show-pages", "a.pdf"], in: folder).output.split(separator: "\n")
          .first { $0.hasPrefix("page 1: ") }?.split(separator: " ").compactMap { Int($0) }.first)
      let dictionary = try Program.tool("qpdf", ["--show-object=\(page)", "a.pdf"], in: folder).output
      let size = try #require(
        try Program.tool("qpdf", ["--show-object=trailer", "a.pdf"], in: folder).output
          .firstMatch(of: /\/Size (\d+)/).flatMap { Int($0.1) })
      let root = try #require(
        try Program.tool("qpdf", ["--show-object=trailer", "a.pdf"], in: folder).output
          .firstMatch(of: /\/Root (\d+)/)?.1)
      let table = try #require(String(decoding: signed.suffix(40), as: UTF8.self).firstMatch(of: /startxref\n(\d+)/)?.1)
      let painted = dictionary.replacing(/\/Contents \[/, with: "/Contents [ \(size) 0 R ")
      var text = "\(page) 0 obj\n\(painted)\nendobj\n"
      let second = signed.count + text.utf8.count
      text += "\(size) 0 obj\n<</Length 26>>\nstream\n1 0 0 rg 9 9 90 90 re f q Q\nendstream\nendobj\n"
      let xref = signed.count + text.utf8.count
      func row(_ place: Int) -> String {
        String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
      }
      text += "xref\n\(page) 1\n\(row(signed.count))\(size) 1\n\(row(second))"
      text += "trailer\n<</Size \(size + 1)/Root \(root) 0 R/Prev \(table)>>\nstartxref\n\(xref)\n%%EOF\n"
      let forged = Data(signed + Array(text.utf8))
      #expect(FileManager.default.createFile(atPath: folder + "/f.pdf", contents: forged))
      let judged = try Program.tool("pdfsig", ["-nocert", "f.pdf"], in: folder).output
      #expect(judged.contains("Signature is Valid."))
      let run = try Program.run(["verify", "f.pdf"], in: folder)
      #expect(run.code == 4 && run.output.contains("error: altered: "), "\(run.output)")
    }
  }
}
