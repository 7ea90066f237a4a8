import Foundation
import Testing

/// The page as a clerk uses it, in a real Chromium, and as axe-core judges it; `browser.py` does both.
@Suite struct BrowserTests {
  /// A Python that has what `browser.py` needs; `.ci/browser` makes one.
  static let python = ProcessInfo.processInfo.environment["INFORME_BROWSER"]

  @Test(.enabled(if: python != nil, "INFORME_BROWSER names a Python with selenium; .ci/browser makes one"))
  func theClerksWay() throws {
    let server = try Server()
    let folder = FileManager.default.temporaryDirectory.appending(path: "informe-browser-\(UUID().uuidString)").path()
    try UploadTests.write(UploadTests.areas, to: folder + "/areas")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(try UploadTests.boundAreas()).write(to: URL(filePath: folder + "/volume.pdf"))
    try Data(try UploadTests.commandLine(nil)).write(to: URL(filePath: folder + "/expected.pdf"))
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "browser.py").path(),
      "http://localhost:\(server.port)/", Server.seed, folder,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }
}
