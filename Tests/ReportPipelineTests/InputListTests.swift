import Foundation
import ReportModel
import ReportPipeline
import Testing

@Suite struct InputListTests {
  static func make(_ files: [String], in folder: String) throws {
    for file in files {
      let url = URL(filePath: folder + "/" + file)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("x".utf8).write(to: url)
    }
  }

  static func relative(_ paths: [String], to folder: String) -> [String] {
    paths.map { $0.replacing(folder + "/", with: "") }
  }

  @Test func findsTablesBelowInOrder() throws {
    try AtomicFileTests.inFolder { folder in
      try Self.make(["b.tsv", "a/z.ODS", "a/b/c.xlsx", "a.csv", "B.xls", "c.txt", "ñ/x.tab", "v/h.xlsm"], in: folder)
      let list = InputList([folder + "/"], output: nil)
      #expect(
        Self.relative(list.tables.map(\.path), to: folder)
          == ["B.xls", "a/b/c.xlsx", "a/z.ODS", "a.csv", "b.tsv", "c.txt", "v/h.xlsm", "ñ/x.tab"])
      #expect(list.tables.map(\.folder) == ["", "a/b", "a", "", "", "", "v", "ñ"])
      #expect(list.hasFolders && list.ignored.isEmpty)
    }
  }

  @Test func leavesOutWhatIsNoTable() throws {
    try AtomicFileTests.inFolder { folder in
      try Self.make(
        [
          "t.tsv", "~$t.xlsx", ".~lock.t.ods#", ".oculto.tsv", ".git/x.tsv", "informe.pdf", "nota.docx", "sin",
          "salida/de-antes.tsv",
        ], in: folder)
      let list = InputList([folder], output: folder + "/salida")
      #expect(Self.relative(list.tables.map(\.path), to: folder) == ["t.tsv"])
      #expect(Self.relative(list.ignored, to: folder) == ["informe.pdf", "nota.docx", "sin"])
      #expect(InputList([folder], output: folder).tables.count == 2, "a folder may be its own output")
    }
  }

  /// A link is what it leads to; round trips end.
  @Test func followsLinks() throws {
    try AtomicFileTests.inFolder { folder in
      try Self.make(["a/t.tsv", "otra/u.tsv"], in: folder)
      for (link, target) in [("a/arriba", ".."), ("a/otra", "../otra"), ("a/v.tsv", "t.tsv"), ("a/w.tsv", "falta")] {
        try FileManager.default.createSymbolicLink(atPath: folder + "/" + link, withDestinationPath: target)
      }
      let list = InputList([folder + "/a"], output: nil)
      #expect(
        Self.relative(list.tables.map(\.path), to: folder)
          == ["a/arriba/otra/u.tsv", "a/otra/u.tsv", "a/t.tsv", "a/v.tsv", "a/w.tsv"])
    }
  }

  @Test func emptyFolderIsAFailureInItsPlace() throws {
    try AtomicFileTests.inFolder { folder in
      try Self.make(["t.tsv", "vacia/x.pdf"], in: folder)
      let list = InputList([folder + "/t.tsv", folder + "/vacia", folder + "/falta.tsv"], output: nil)
      let codes = list.entries.map { entry in
        if case .failure(let failure) = entry { failure.diagnostic.code } else { "table" }
      }
      #expect(codes == ["table", "no-tables", "table"])
    }
  }
}
