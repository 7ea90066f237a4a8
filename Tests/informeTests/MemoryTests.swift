import Foundation
import Testing

/// What the program says when the system gives it no more memory.
@Suite struct MemoryTests {
  /// Limits of address space under which something or other gets none: reading, a library, drawing. None of them ends with
  /// a code that means something else, or leaves half a file.
  @Test func littleMemoryIsToldAsWhatItIs() throws {
    try Program.inFolder { folder in
      var codes: Set<Int32> = []
      for megabytes in stride(from: 50, through: 250, by: 10) {
        let command = "ulimit -v \(megabytes * 1024); exec \"$0\" \"$1\" -q -o a.pdf"
        let run = try Program.run(
          ["bash", "-c", command, Program.path, Program.seed], in: folder,
          environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"], tool: "/usr/bin/env")
        codes.insert(run.code)
        // Before the program begins, the system's loader speaks.
        #expect([0, 71, 127].contains(run.code), "\(megabytes) MB: \(run.code) \(run.error)")
        if run.code == 71 { #expect(run.error.contains("out-of-memory: "), "\(run.error)") }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(left == (run.code == 0 ? ["a.pdf"] : []), "\(megabytes) MB: \(left)")
        try? FileManager.default.removeItem(atPath: folder + "/a.pdf")
      }
      #expect(codes.contains(71))
    }
  }
}
