import Foundation
import Testing

/// What documents say of starting the server.
@Suite struct PromiseTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The line of the README builds the server and starts it.
  @Test func oneLineStartsIt() throws {
    let line = try #require(
      try Self.text("README.md").split(separator: "\n").first { $0.contains("--product informe-web") })
    let commands = line.components(separatedBy: " && ")
    #expect(commands.count == 2 && commands[0].hasPrefix("swift build -c release"))
    var words = commands[1].split(separator: " ").map(String.init)
    #expect(words.removeFirst() == ".build/release/informe-web")
    #expect(try Server(words + ["--port", "0"]).get("/").status == 200)
  }

  /// So do the other ways of starting it that are written down.
  @Test func otherWaysToStartIt() throws {
    let document = try Self.text("Sources/informe-web/README.md").split(separator: "\n")
      .filter { $0.hasPrefix("informe-web ") }.compactMap { $0.components(separatedBy: "  ").first }
    let settings = try Self.text("Sources/informe-web/Service/informe-web.default").split(separator: "\n")
      .compactMap { $0.firstMatch(of: /INFORME_WEB_OPTIONS="(.*)"/)?.output.1 }
    let unit = try Self.text("Sources/informe-web/Service/informe-web.service")
    #expect(unit.contains("\nExecStart=/usr/bin/informe-web $INFORME_WEB_OPTIONS\n"))
    #expect(document.count >= 2 && settings.count == 2)
    for line in document.map({ $0.dropFirst("informe-web".count) }) + settings {
      let server = try Server(line.split(separator: " ").map(String.init) + ["--port", "0"])
      #expect(try server.get("/").status == 200, "\(line)")
    }
  }

  @Test func thePictureIsThere() throws {
    let size = try FileManager.default.attributesOfItem(
      atPath: Self.root.appending(path: "Output/informe-web.png").path())
    #expect(try #require(size[.size] as? Int) <= 100 * 1024)
    #expect(try Self.text("README.md").contains("](Output/informe-web.png)"))
  }
}
