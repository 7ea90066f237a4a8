import Foundation
import ReportModel
import Testing

@testable import informe_web

/// The page as it is served, and who may ask for it.
@Suite struct PageTests {
  @Test func bothLanguagesAreWhole() throws {
    for language in Language.allCases {
      for text in [Page.html(language), Page.script(language)].map({ String(decoding: $0, as: UTF8.self) }) {
        #expect(text.count > 3000 && !text.contains("{{") && !text.contains("}}"))
      }
    }
    #expect(Page.translated("a {{uno|one}} b {{dos|two}} c", .es) == "a uno b dos c")
    #expect(Page.translated("a {{uno|one}} b {{dos|two}} c", .en) == "a one b two c")
    #expect(Page.translated("{{igual}}, {{sin fin", .en) == "igual, {{sin fin")
  }

  @Test func speaksTheLanguageAskedFor() throws {
    let server = try Server()
    #expect(try server.get("/").text.contains("<html lang=\"es\">"))
    #expect(try server.get("/", ["Accept-Language: en-GB,en;q=0.9,es;q=0.8"]).text.contains("<html lang=\"en\">"))
    #expect(try server.get("/", ["Accept-Language: fr, es-MX;q=0.9, en;q=0.1"]).text.contains("<html lang=\"es\">"))
    #expect(try server.get("/?lang=en").text.contains("<html lang=\"en\">"))
    #expect(try server.get("/?lang=xx").text.contains("<html lang=\"es\">"))
  }

  @Test func everyAnswerHasTheHeaders() throws {
    let server = try Server()
    for path in ["/", "/page.css", "/page.js", "/queue/1", "/nothing"] {
      let answer = try server.get(path)
      #expect(answer.status == (path == "/nothing" ? 404 : 200))
      let policy = try #require(answer.headers["content-security-policy"])
      #expect(policy.hasPrefix("default-src 'none';") && policy.contains("frame-ancestors 'none'"))
      #expect(!policy.contains("unsafe") && !policy.contains("data:"))
      #expect(answer.headers["x-content-type-options"] == "nosniff")
      #expect(answer.headers["cache-control"] == "no-store")
      #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
      #expect(answer.headers["access-control-allow-origin"] == nil)
    }
  }

  @Test(arguments: [
    ("localhost", 200), ("LOCALHOST:80", 200), ("127.0.0.1:8080", 200), ("[::1]:8080", 200), ("informe.gob.mx", 200),
    ("evil.example", 403), ("localhost.evil.example", 403), ("evil.example:8080", 403), ("", 403),
  ])
  func foreignHostsAreRefused(host: String, status: Int) throws {
    let server = try Server(["--name", "informe.gob.mx"])
    #expect(try server.get("/", ["Host: \(host)"]).status == status)
    if status == 403 {
      #expect(try server.post("/check", [.table], headers: ["Host: \(host)", "X-Informe: 1"]).status == 403)
    }
  }

  /// Whoever stands in between may choose by the other.
  @Test func twoHostsAreRefused() throws {
    let server = try Server()
    #expect(try server.get("/", ["Host: localhost", "Host: evil.example"]).status == 403)
    #expect(try server.get("/", ["Host: localhost", "Host: localhost"]).status == 403)
  }

  @Test func theHeadAlone() throws {
    let server = try Server()
    let connection = try Connection(server.port)
    try connection.send("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    let (status, text) = try connection.rest()
    #expect(status == 200 && !text.contains("<html"))
  }

  /// What a page of another site can make a browser send is refused, with a worker never asked.
  @Test(arguments: [
    ([], 403), (["X-Informe: 1"], 200), (["Sec-Fetch-Site: same-origin"], 200), (["Origin: http://localhost:99"], 403),
    (["Sec-Fetch-Site: cross-site", "X-Informe: 1"], 403), (["Sec-Fetch-Site: same-site", "X-Informe: 1"], 403),
    (["Origin: http://evil.example", "X-Informe: 1"], 403), (["Origin: null"], 403),
    (["Origin: http://evil.example", "Sec-Fetch-Site: same-origin"], 403), (["Origin: here"], 200),
  ])
  func formsOfOtherSitesAreRefused(headers: [String], status: Int) throws {
    let server = try Server()
    let headers = headers.map { $0.replacing("here", with: "http://localhost:\(server.port)") }
    #expect(try server.post("/configuration", [.field("title", "A")], headers: headers).status == status)
  }

  @Test func nobodyElseMayAskFirst() throws {
    let server = try Server()
    let connection = try Connection(server.port)
    try connection.send(
      "OPTIONS /report HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nAccess-Control-Request-Headers: x-informe\r\n\r\n"
    )
    let answer = try connection.answer()
    #expect(answer.status == 403 && answer.headers["access-control-allow-headers"] == nil)
  }

  @Test func helpIsInBothLanguages() throws {
    let english = try Server.run(["--help"], ["LC_ALL": "C"])
    #expect(english.code == 0 && english.output.contains("OPTIONS:") && english.error.isEmpty)
    let spanish = try Server.run(["--help"], ["LC_ALL": "es_MX.UTF-8"])
    #expect(spanish.output.contains("DESCRIPCIÓN:") && spanish.output.contains("(predeterminado: 8080)"))
    for word in ["OPTIONS", "USAGE", "default", "Show"] { #expect(!spanish.output.contains(word), "\(spanish.output)") }
    let wrong = try Server.run(["--port", "70000"], ["LC_ALL": "es_MX.UTF-8"])
    #expect(wrong.code == 64 && wrong.error.contains("el puerto va de 0 a 65535"))
  }

  @Test func anAddressThatIsTakenIsTold() throws {
    let server = try Server()
    let second = try Server.run(["--port", "\(server.port)"], ["LC_ALL": "es_MX.UTF-8"])
    #expect(second.code == 69 && second.error.contains("no se puede atender en 127.0.0.1:\(server.port): "))
    #expect(second.error.split(separator: "\n").count == 1, "\(second.error)")
  }
}
