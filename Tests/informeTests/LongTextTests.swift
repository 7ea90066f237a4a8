import Foundation
import Testing

/// The longest texts a cell holds, on every page that names them.
@Suite struct LongTextTests {
  /// Activities without a number, with sums that are wrong: the summary, the notes and the sheet for corrections name them.
  private static func table(_ name: String) -> String {
    let rows = (1...16).map { "\($0 == 1 ? name : "Bacheo de \($0)")\tCalles\t\($0)\t1\t\($0)\t2\t\($0 + 90)\t9\n" }
    return "OBRAS\nINFORME 2024\nACTIVIDAD\tOBJETIVO\tSEM 1\t\tSEM 2\t\tMETA\tREAL\n\t\tPROG\tREAL\tPROG\tREAL\t\t\n"
      + rows.joined()
  }

  @Test(arguments: [
    String(repeating: "palabra ", count: 4_000), String(repeating: "x", count: 32_000),
    String(repeating: "a ", count: 900),
  ])
  func namesAreCutWhereTheyAreListed(_ name: String) throws {
    try Program.inFolder { folder in
      try Self.table(name).write(toFile: folder + "/t.tsv", atomically: true, encoding: .utf8)
      let run = try Program.run(["t.tsv", "-q", "-o", "a.pdf"], in: folder)
      #expect(run.code == 0, "\(run.error.prefix(500))")
      #expect(try Program.run(["verify", "a.pdf"], in: folder).code == 0)
    }
  }
}
