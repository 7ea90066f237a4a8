import Foundation
import Testing

/// What the program says when the system gives it no more memory.
@Suite struct MemoryTests {
  /// Limits of address space under which something or other gets none: reading, a library, drawing. None of them ends with
  /// a code that means something else, or leaves half a file.
  @Test func littleMemoryIsToldAsWhatItIs() throws {
    try Program.inFolder { folder in
      var codes: Set<Int32> = []
      for megabytes in stride(from: 50, through: 250, by: 5) {
        let run = try run([Program.seed, "-q", "-o", "a.pdf"], in: folder, megabytes)
        codes.insert(run.code)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(left == (run.code == 0 ? ["a.pdf"] : []), "\(megabytes) MB: \(left)")
        try? FileManager.default.removeItem(atPath: folder + "/a.pdf")
      }
      #expect(codes.contains(71))
    }
  }

  /// A library that gets no memory says that the file is damaged, or finds less in it: nothing of that is held against a
  /// report or a table, and no library is missing that is there.
  @Test(arguments: ["verify", "extract", "libraries"])
  func littleMemoryIsHeldAgainstNoFile(_ command: String) throws {
    try Program.inFolder { folder in
      _ = try Program.run([Program.seed, "-q", "-o", "a.pdf"], in: folder)
      let arguments = ["verify": ["a.pdf"], "extract": ["a.pdf", "-o", "out"]][command] ?? []
      var codes: Set<Int32> = []
      for megabytes in stride(from: 44, through: 200, by: 4) {
        codes.insert(try run([command] + arguments, in: folder, megabytes).code)
        try? FileManager.default.removeItem(atPath: folder + "/out")
      }
      #expect(codes.contains(0) && codes.count > 1)
    }
  }

  /// What is wrong in a table is said where there was memory to read it.
  @Test func damageIsToldWhereThereIsMemory() throws {
    let table = URL(filePath: Program.seed).deletingLastPathComponent().appending(path: "crc.xlsx").path()
    for megabytes in [44, 60, 80, 100] {
      #expect(try run(["check", table], in: "/", megabytes, refused: 65).code != 0)
    }
    let run = try run(["check", table], in: "/", 400, refused: 65)
    #expect(run.code == 65 && run.output.contains("damaged-file: "), "\(run.output)")
  }

  /// Runs the program with so many megabytes of addresses; what it says is that it was done, or that there was no memory.
  /// - Parameter refused: the code of what it says of the input, besides.
  private func run(
    _ arguments: [String], in folder: String, _ megabytes: Int, refused: Int32? = nil
  ) throws -> Program.Run {
    // As threads of Dispatch leave it to the processes they start, and services that wait for none of theirs.
    let command = "ulimit -v \(megabytes * 1024); exec env --block-signal=ABRT --ignore-signal=CHLD \"$0\" \"$@\""
    let run = try Program.run(
      ["bash", "-c", command, Program.path] + arguments, in: folder,
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"], tool: "/usr/bin/env")
    let noMemory: [Int32] = arguments.first == "verify" ? [6, 71] : [71]
    // Before the program begins, the system's loader speaks.
    #expect(
      (noMemory + [0, 127]).contains(run.code) || run.code == refused, "\(megabytes) MB: \(run.code) \(run.error)")
    if noMemory.contains(run.code) { #expect(run.error.contains("out-of-memory: "), "\(megabytes) MB: \(run.error)") }
    return run
  }
}
