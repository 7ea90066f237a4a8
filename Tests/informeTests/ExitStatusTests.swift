import ArgumentParser
import Foundation
import Testing

@testable import informe

/// The codes that scripts are written by.
@Suite struct ExitStatusTests {
  @Test func theTableOfTheReadmeNamesAll() throws {
    let readme = URL(filePath: Program.seed).deletingLastPathComponent().appending(path: "../../../README.md")
    let lines = try String(contentsOf: readme.standardized, encoding: .utf8).split(separator: "\n")
    let table = lines.drop { !$0.hasPrefix("| exit code |") }.dropFirst(2).prefix { $0.hasPrefix("| ") }
    let named = table.flatMap { line in
      line.split(separator: "|")[0].split(separator: ",").compactMap { Int32($0.trimmingCharacters(in: .whitespaces)) }
    }
    let signals = [SIGINT, SIGTERM, SIGHUP].map { 128 + $0 }
    let all = ExitStatus.allCases.map(\.rawValue) + [ExitCode.validationFailure.rawValue] + signals
    #expect(named.sorted() == all.sorted())
  }

  /// Standard output, or the disk, takes no more.
  @Test(arguments: [
    "exec \"$0\" check \"$1\" > /dev/full", "exec \"$0\" model \"$1\" > /dev/full",
    "exec \"$0\" \"$1\" -o a.pdf > /dev/full", "ulimit -f 20; exec \"$0\" \"$1\" -q -o b.pdf",
  ])
  func whatCannotBeWrittenEndsWith74(_ command: String) throws {
    try Program.inFolder { folder in
      let run = try Program.tool("bash", ["-c", command, Program.path, Program.seed], in: folder)
      #expect(run.code == 74, "\(run.code) \(run.error)")
      // The report itself is whole, or not there.
      #expect(try Program.files(in: folder) == (command.contains("a.pdf") ? ["a.pdf"] : []))
    }
  }
}
