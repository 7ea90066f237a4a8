import Foundation
import ReportModel
import ReportPipeline
import Testing

@Suite struct AtomicFileTests {
  /// A folder of its own for each test, removed behind it.
  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "informe-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  static func bytes(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }

  @Test func replacesAndLeavesNothingElse() throws {
    try Self.inFolder { folder in
      try AtomicFile.write([1, 2, 3], to: folder + "/a", sparing: [])
      try AtomicFile.write([4], to: folder + "/a", sparing: [])
      #expect(Self.bytes(folder + "/a") == [4])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }
  }

  /// A process that was killed leaves its temporary files behind; they go when the folder is next written to, if nobody has
  /// them and no process has the number in their names.
  @Test func whatAKilledProcessLeftIsRemoved() throws {
    try Self.inFolder { folder in
      let own = ProcessInfo.processInfo.processIdentifier
      let kept = [".informe-\(own)-0.tmp", ".informe-99999999.tmp", ".informe-1-1.tmp", "a.99999999.tmp"]
      for name in kept + [".informe-99999999-3.tmp"] {
        #expect(FileManager.default.createFile(atPath: folder + "/" + name, contents: Data([9])))
      }
      let part = folder + "/.informe-99999998-1.tmp"
      try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: false)
      #expect(FileManager.default.createFile(atPath: part + "/a", contents: nil))
      try AtomicFile.write([1], to: folder + "/a", sparing: [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == (kept + ["a"]).sorted())
    }
  }

  @Test(arguments: [0o600, 0o640, 0o444, 0o755]) func permissionsStayAsTheyAre(_ mode: Int) throws {
    try Self.inFolder { folder in
      try AtomicFile.write([1], to: folder + "/a", sparing: [])
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/a")
      try AtomicFile.write([2], to: folder + "/a", sparing: [])
      #expect(Self.bytes(folder + "/a") == [2])
      let now = try FileManager.default.attributesOfItem(atPath: folder + "/a")[.posixPermissions] as? Int
      #expect(now == mode)
    }
  }

  /// The longest that a file system takes.
  @Test(arguments: [250, 255]) func longNames(_ count: Int) throws {
    try Self.inFolder { folder in
      let name = String(repeating: "n", count: count)
      try AtomicFile.write([1], to: folder + "/" + name, sparing: [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name])
      #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: folder + "/n" + name + "nnnnn", sparing: []) }
    }
  }

  /// One that leads nowhere, one that leads to itself, one to what has lost its name, one to a pipe.
  @Test func linksThatLeadToNoFileAreLeft() throws {
    try Self.inFolder { folder in
      try AtomicFile.write([1], to: folder + "/ido", sparing: [])
      let gone = try #require(FileHandle(forUpdatingAtPath: folder + "/ido"))
      try FileManager.default.removeItem(atPath: folder + "/ido")
      #expect(mkfifo(folder + "/tubo", 0o600) == 0)
      let targets = [
        folder + "/nada", folder + "/liga2", "/proc/self/fd/\(gone.fileDescriptor)", folder + "/tubo", "/dev/null",
      ]
      for (index, target) in targets.enumerated() {
        let link = folder + "/liga\(index + 1)"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        let failure = #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: link, sparing: []) }
        #expect(failure?.kind == .creation)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == targets.count + 1)
    }
  }

  @Test func pathsOfAnyBytes() throws {
    for bytes in [[0x61, 0xF1, 0x6F], [0xFF], Array("ñ漢".utf8), [0xF4, 0x8F, 0xBE, 0x80, 0xC3], [0xED, 0xA0, 0x80]]
      as [[UInt8]]
    {
      #expect(SystemPath.bytes(SystemPath.text(bytes)) == bytes)
    }
    #expect(SystemPath.text(Array("a/ñ".utf8)) == "a/ñ")
    try Self.inFolder { folder in
      let name = SystemPath.text([0x61, 0xF1])
      try AtomicFile.write([1], to: folder + "/" + name, sparing: [])
      let list = InputList([folder], output: nil)
      #expect(list.ignored == [folder + "/" + name])
      // Foundation's own removal does not find such names.
      let path = SystemPath.bytes(folder + "/" + name).map { CChar(bitPattern: $0) } + [0]
      #expect(unlink(path) == 0)
    }
  }

  @Test func neverOverwritesAnInput() throws {
    try Self.inFolder { folder in
      try AtomicFile.write([1], to: folder + "/entrada", sparing: [])
      try FileManager.default.createSymbolicLink(atPath: folder + "/liga", withDestinationPath: folder + "/entrada")
      for target in ["/entrada", "/liga", "/./entrada"] {
        let failure = #expect(throws: FileFailure.self) {
          let inputs = Set([folder + "/entrada"].compactMap(FileIdentity.init))
          try AtomicFile.write([2], to: folder + target, sparing: inputs)
        }
        #expect(failure?.diagnostic.code == "output-is-input")
      }
      #expect(Self.bytes(folder + "/entrada") == [1])
    }
  }

  @Test func writesThroughALink() throws {
    try Self.inFolder { folder in
      try AtomicFile.write([1], to: folder + "/real", sparing: [])
      try FileManager.default.createSymbolicLink(atPath: folder + "/liga", withDestinationPath: folder + "/real")
      try AtomicFile.write([2], to: folder + "/liga", sparing: [])
      #expect(Self.bytes(folder + "/real") == [2])
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/liga") == folder + "/real")
    }
  }

  @Test(arguments: ["/falta/a.pdf", "", "/sub"])
  func failsWithoutATrace(_ name: String) throws {
    try Self.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: false)
      let failure = #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: folder + name, sparing: []) }
      #expect(failure?.kind == .creation)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["sub"])
    }
  }

  @Test(arguments: ["/proc/informe", "/dev/null"])
  func refusesWhatIsNoPlaceForAFile(_ path: String) {
    let failure = #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: path, sparing: []) }
    #expect(failure?.kind == .creation)
  }
}
