import Foundation
import Testing

/// The built program as a real process.
struct Program {
  struct Run {
    let code: Int32
    let output: String
    let error: String
  }

  /// Beside the test bundle.
  static let path: String = {
    let arguments = ProcessInfo.processInfo.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "informe").path()
  }()

  static let seed = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../ReportIngestTests/Fixtures/participacion-ciudadana-2023.tsv").standardized.path()

  /// - Parameter meanwhile: what is done once the program runs.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = ["LC_ALL": "C"], tool: String = path,
    meanwhile: (Process) -> Void = { _ in }
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment
    let (output, error) = (folder + "/.stdout", folder + "/.stderr")
    for file in [output, error] { #expect(FileManager.default.createFile(atPath: file, contents: nil)) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    meanwhile(process)
    process.waitUntilExit()
    defer { for file in [output, error] { try? FileManager.default.removeItem(atPath: file) } }
    return Run(
      code: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      error: try String(contentsOfFile: error, encoding: .utf8))
  }

  /// Runs to success and gives the most memory held at once, in bytes. Asked of the running program again and again:
  /// what the system tells after its end counts this test's own memory from before the program was loaded.
  static func peakMemory(_ arguments: [String]) throws -> Int {
    let words = [path] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var (process, status, peak): (pid_t, Int32, Int) = (0, 0, 0)
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    #expect(posix_spawn(&process, path, nil, nil, &pointers, &environment) == 0)
    while waitpid(process, &status, WNOHANG) == 0 {
      peak = max(peak, highWater(of: process) ?? 0)
      usleep(2000)
    }
    #expect(status == 0)
    return peak
  }

  private static func highWater(of process: pid_t) -> Int? {
    let lines = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8).split(separator: "\n")
    return lines?.first { $0.hasPrefix("VmHWM:") }.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 }
  }

  /// A tool of the system; the test command installs it.
  static func tool(_ name: String, _ arguments: [String], in folder: String) throws -> Run {
    let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    return try run([name] + arguments, in: folder, environment: environment, tool: "/usr/bin/env")
  }

  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "informe-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  static func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }
}
