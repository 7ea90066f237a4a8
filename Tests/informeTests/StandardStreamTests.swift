import Foundation
import Testing

/// Streams that whoever starts the program has closed.
@Suite struct StandardStreamTests {
  /// Their numbers go to no other file: what is said does not get into a report or to a worker, and that it could not be
  /// said is told by the code alone.
  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func closedOnesStayEmpty(_ closed: String) throws {
    try Program.inFolder { folder in
      let made = try Program.run([Program.seed, "-q", "-o", "a.pdf"], in: folder)
      #expect(made.code == 0)
      let isUnsaid = closed.contains(">&-")
      func run(_ arguments: String) throws -> Program.Run {
        try Program.run(
          ["bash", "-c", "exec \"$0\" \(arguments) \(closed)", Program.path, Program.seed], in: folder,
          environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"], tool: "/usr/bin/env")
      }
      let render = try run("\"$1\" -o b.pdf")
      #expect(render.code == (isUnsaid ? 74 : 0), "\(render)")
      #expect(FileManager.default.contentsEqual(atPath: folder + "/a.pdf", andPath: folder + "/b.pdf"))
      // Workers of their own, one for each table and one for each report.
      let check = try run("check \"$1\" \"$1\"")
      #expect(check.code == (isUnsaid ? 74 : 0), "\(check)")
      let extract = try run("extract a.pdf -o out")
      #expect(extract.code == (closed.contains(" >&-") || closed.hasPrefix(">&-") ? 74 : 0), "\(extract)")
      let table = URL(filePath: Program.seed).lastPathComponent
      #expect(FileManager.default.contentsEqual(atPath: Program.seed, andPath: folder + "/out/" + table))
    }
  }
}
