import Glibc
import ReportPipeline

/// `informe-bench [--runs N] [SIZE …]`: times every stage for tables of so many activities (`seed` is the sample;
/// without sizes: seed, 20, 200 and 2000), then a batch of 100 seeds. `--memory SIZE` makes one report only, with as
/// many workers as there are cores, so that the process's own peak is that of a report.
@main
enum Main {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--memory" { return try makeOne(arguments.dropFirst().first ?? "seed") }
    var runs: Int?
    if arguments.first == "--runs" {
      runs = arguments.count > 1 ? Int(arguments[1]) : nil
      arguments.removeFirst(min(2, arguments.count))
    }
    let sizes = arguments.isEmpty ? ["seed", "20", "200", "2000"] : arguments
    // First, for a process begun by a large one counts that one's memory as its own.
    let peaks = try sizes.map(peak)
    print("size     pages  stage      ms/run   ms/page  ÷ floor   peak MB   bytes/page")
    for (size, peak) in zip(sizes, peaks) { try measure(size, peak, runs: runs ?? usualRuns(size)) }
    if arguments.isEmpty { try measureBatch(of: 100) }
  }

  /// Short runs are disturbed more easily, and cost less to repeat.
  private static func usualRuns(_ size: String) -> Int { (Int(size) ?? 5) < 100 ? 25 : size == "2000" ? 3 : 5 }

  private static func measure(_ size: String, _ peak: Double, runs: Int) throws {
    let benchmark = try benchmark(size)
    let (timings, pages) = try benchmark.timings(runs: runs)
    let floor = timings.first { $0.stage == "floor" }?.median ?? .nan
    for timing in timings {
      var line = padded(size, 6) + padded(String(pages), 8) + "  " + timing.stage
      line += String(repeating: " ", count: 8 - timing.stage.utf8.count)
      line += padded(fixed(timing.median * 1000, 2), 10) + padded(fixed(timing.median * 1000 / Double(pages), 3), 10)
      line += padded(fixed(timing.median / floor, 2), 9)
      if timing.stage == "whole" {
        let bytes = try Benchmark.report(benchmark.source).count
        line += padded(fixed(peak, 0), 10) + padded(String(bytes / pages), 13)
      }
      print(line)
    }
  }

  private static func measureBatch(of count: Int) throws {
    let seed = try benchmark("seed")
    let expected = try Benchmark.report(seed.source)
    let clock = ContinuousClock()
    let taken = try clock.measure {
      for _ in 0..<count {
        guard try Benchmark.report(seed.source) == expected else { throw Wrong("a report of the batch differs") }
      }
    }
    let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
    print("\(count) reports, one after the other: \(fixed(seconds * 1000 / Double(count), 2)) ms a report")
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Wrong("start it in the package's folder: there is no \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return bytes
  }

  private static func benchmark(_ size: String) throws -> Benchmark {
    guard size != "seed" else {
      let path = "Tests/ReportIngestTests/Fixtures/participacion-ciudadana-2023.tsv"
      return Benchmark(source: Source(path: path, bytes: try bytes(of: path)), activities: 5, wrongFigures: 2)
    }
    guard let activities = Int(size), activities > 0 else { throw Wrong("«\(size)» is no size") }
    let table = SampleTable(activities: activities)
    return Benchmark(
      source: Source(path: "muestra-\(size).tsv", bytes: Array(table.text.utf8)), activities: activities,
      wrongFigures: table.wrongFigures)
  }
}

// Memory
extension Main {
  private static func makeOne(_ size: String) throws {
    _ = try Benchmark.report(try benchmark(size).source)
  }

  /// Peak of a process that makes one report, in MB.
  private static func peak(_ size: String) throws -> Double {
    var arguments: [UnsafeMutablePointer<CChar>?] = ["informe-bench", "--memory", size].map { (text: String) in
      strdup(text)
    }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/proc/self/exe", nil, nil, &arguments, environ) == 0 else {
      throw Wrong("no process can be started")
    }
    var (status, usage) = (Int32(0), rusage())
    guard wait4(child, &status, 0, &usage) == child, status == 0 else { throw Wrong("the report of \(size) failed") }
    return Double(usage.ru_maxrss) / 1024
  }
}

// Columns
extension Main {
  private static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    guard digits > 0 else { return String(scaled) }
    let rest = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: digits - rest.count) + rest
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
