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

  /// A process that was killed leaves its temporary file behind, and its number to another.
  @Test func whatAKilledProcessLeftIsNoHindrance() throws {
    try Self.inFolder { folder in
      let left = folder + "/a.\(ProcessInfo.processInfo.processIdentifier).tmp"
      #expect(FileManager.default.createFile(atPath: left, contents: Data([9])))
      try AtomicFile.write([1], to: folder + "/a", sparing: [])
      #expect(Self.bytes(folder + "/a") == [1] && Self.bytes(left) == [9])
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
