import Foundation
import SystemLibraries
import Testing

/// What the program says of the system's libraries, and what it does without them.
@Suite struct LibraryTests {
  @Test func listsVersionsAndFloors() throws {
    try Program.inFolder { folder in
      let run = try Program.run(["libraries"], in: folder)
      #expect(run.code == 0 && run.error.isEmpty)
      let lines = run.output.split(separator: "\n")
      #expect(lines.count == SystemLibrary.allCases.count)
      let cairo = try #require(SystemLibrary.cairo.version)
      #expect(lines.contains("Cairo \(cairo) (≥ 1.16)"))
    }
  }

  /// The loader finds a damaged file, or another library under the name, before the real one.
  @Test(arguments: ["damaged", "another"])
  func endsWith72WithoutALibrary(_ kind: String) throws {
    let fixtures = URL(filePath: Program.seed).deletingLastPathComponent().path()
    try Program.inFolder { folder in
      try Program.run(["-o", "whole.pdf", "-q", Program.seed], in: folder).expectDone()
      try Data("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M1 1h7v7z'/></svg>".utf8)
        .write(to: URL(filePath: folder + "/logo.svg"))
      try Data("logos: {left: logo.svg}\n".utf8).write(to: URL(filePath: folder + "/c.yml"))
      let cases: [(library: SystemLibrary, file: String, arguments: [String])] = [
        (.zip, "libzip.so", ["check", fixtures + "/dims.xlsx"]),
        (.xml2, "libxml2.so", ["check", fixtures + "/dims.xlsx"]),
        (.xml2, "libxml2.so", ["check", fixtures + "/dims.xlsx", Program.seed]),
        (.qpdf, "libqpdf.so", ["verify", "whole.pdf"]), (.qpdf, "libqpdf.so", ["extract", "whole.pdf"]),
        (.rsvg, "librsvg-2.so", [Program.seed, "--config", "c.yml"]),
        (.qpdf, "libqpdf.so", ["libraries"]),
      ]
      for (library, file, arguments) in cases {
        let hidden = try hide(file, in: folder, as: kind)
        let run = try Program.run(arguments, in: folder, environment: ["LC_ALL": "C", "LD_LIBRARY_PATH": hidden])
        // Of a report that could not be checked nothing is said but that.
        #expect(run.code == (arguments[0] == "verify" ? 6 : 72), "\(arguments): \(run.error)")
        let said = run.error + run.output
        #expect(said.contains("missing-library") && said.contains(library.name), "\(said)")
        #expect(said.contains("apt-get install " + library.package), "\(said)")
      }
    }
  }

  /// A folder in which every interface of a library is something else.
  private func hide(_ file: String, in folder: String, as kind: String) throws -> String {
    let hidden = folder + "/" + file
    try FileManager.default.createDirectory(atPath: hidden, withIntermediateDirectories: true)
    for number in [2, 4, 5, 16, 28, 29, 30] {
      let path = hidden + "/\(file).\(number)"
      try? FileManager.default.removeItem(atPath: path)
      switch kind {
      case "damaged": try Data().write(to: URL(filePath: path))
      default: try FileManager.default.copyItem(atPath: Self.anotherLibrary(), toPath: path)
      }
    }
    return hidden
  }

  /// The library of mathematics, which every process has loaded: one with none of the functions.
  private static func anotherLibrary() throws -> String {
    let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/maps"))
    let maps = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
    let line = try #require(maps.split(separator: "\n").first { $0.contains("/libm.so") })
    return String(try #require(line.split(separator: " ").last))
  }
}

extension Program.Run {
  fileprivate func expectDone() { #expect(code == 0, "\(error)") }
}
