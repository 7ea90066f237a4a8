import Foundation
import ReportModel
import Testing

@testable import ReportPipeline

/// Several files at once, where there are none: all or nothing, however the program ends.
@Suite struct NewFileTests {
  static let files: [(name: String, bytes: [UInt8])] = [("a", [1]), ("b", [2, 2]), ("c", [])]
  /// What a killed process calls a folder; no process has a number so high.
  static let leftover = ".informe-99999997-4.tmp"

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  static func make(_ folder: String, _ names: [String]) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    for name in names { #expect(FileManager.default.createFile(atPath: folder + "/" + name, contents: Data([7]))) }
  }

  @Test(arguments: [true, false]) func allAreThere(_ isNew: Bool) throws {
    try AtomicFileTests.inFolder { folder in
      if !isNew { try Self.make(folder + "/x", ["z"]) }
      try NewFile.write(Self.files, in: folder + "/x")
      #expect(try Self.names(in: folder) == ["x", "x/a", "x/b", "x/c"] + (isNew ? [] : ["x/z"]))
      for file in Self.files { #expect(AtomicFileTests.bytes(folder + "/x/" + file.name) == file.bytes) }
    }
  }

  /// The last name is taken: by a file, by a folder, by a link that leads nowhere.
  @Test(arguments: ["file", "folder", "link"]) func noneIsThereWhereOneCannotBe(_ kind: String) throws {
    try AtomicFileTests.inFolder { folder in
      try Self.make(folder + "/x", kind == "file" ? ["c"] : [])
      if kind == "folder" { try Self.make(folder + "/x/c", []) }
      if kind == "link" {
        try FileManager.default.createSymbolicLink(atPath: folder + "/x/c", withDestinationPath: "nada")
      }
      let failure = #expect(throws: FileFailure.self) { try NewFile.write(Self.files, in: folder + "/x") }
      #expect(failure?.kind == .creation && failure?.diagnostic.location.file == folder + "/x/c")
      #expect(try Self.names(in: folder) == ["x", "x/c"])
      if kind == "file" { #expect(AtomicFileTests.bytes(folder + "/x/c") == [7]) }
    }
  }

  @Test(arguments: ["", "/sub"]) func whatIsNoFolderIsLeft(_ below: String) throws {
    try AtomicFileTests.inFolder { folder in
      #expect(FileManager.default.createFile(atPath: folder + "/x", contents: nil))
      let failure = #expect(throws: FileFailure.self) { try NewFile.write(Self.files, in: folder + "/x" + below) }
      let names = try Self.names(in: folder)
      #expect(failure?.kind == .creation && names == ["x"])
    }
  }

  /// A process was killed when it had given their names to some of its files, to all, or to none; another's file has one of
  /// the names.
  @Test(
    arguments: [
      ([], false, ["nuevo", "otro"]), (["a"], false, ["nuevo", "otro"]), (["a", "b"], false, ["nuevo", "otro"]),
      (["a", "b", "c"], false, ["a", "b", "c", "nuevo", "otro"]), (["a"], true, ["b", "nuevo", "otro"]),
    ] as [([String], Bool, [String])])
  func whatAKilledProcessBeganIsTakenBack(_ shared: [String], _ hasOther: Bool, _ left: [String]) throws {
    try AtomicFileTests.inFolder { folder in
      try Self.make(folder + "/x", ["otro"] + (hasOther ? ["b"] : []))
      let leftover = folder + "/x/" + Self.leftover
      try Self.make(leftover, ["a", "b", "c"])
      for name in shared {
        try FileManager.default.linkItem(atPath: leftover + "/" + name, toPath: folder + "/x/" + name)
      }
      try NewFile.write([("nuevo", [5])], in: folder + "/x")
      #expect(try Self.names(in: folder + "/x") == left)
    }
  }

  /// One that somebody still fills, on whatever machine.
  @Test func aFolderThatIsHeldIsLeft() throws {
    try AtomicFileTests.inFolder { folder in
      try Self.make(folder + "/" + Self.leftover, ["a"])
      let descriptor = open(folder + "/" + Self.leftover, O_RDONLY | O_DIRECTORY)
      defer { close(descriptor) }
      #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      try NewFile.write([5], to: folder + "/nuevo")
      #expect(try Self.names(in: folder) == [Self.leftover, Self.leftover + "/a", "nuevo"])
    }
  }
}
