import ArgumentParser
import CMalloc
import Glibc
import ReportModel
import ReportPipeline
import SystemLibraries

@main
struct InformeWeb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "informe-web", abstract: Wording.abstract, version: Program.version)

  @Option(help: ArgumentHelp(Wording.host, valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp(Wording.port, valueName: "N"))
  var port = 8080

  @Option(name: .customLong("name"), help: ArgumentHelp(Wording.name, valueName: "name"))
  var names: [String] = []

  @Option(help: ArgumentHelp(Wording.jobs, valueName: "N"))
  var jobs: Int?

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError(Wording.badPort) }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError(Wording.badJobs) }
  }

  /// Parses and runs; every way out goes through here.
  static func main() async {
    ProcessState.settle()
    WorkerService.serveIfAsked()
    if let fault = SystemLibrary.linkedFault {
      let diagnostic = fault.diagnostic(at: SourceLocation(file: "informe-web"))
      end(diagnostic.message[UserLanguage.current], 72)
    }
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch {
      end(UsageText.translated(fullMessage(for: error)), exitCode(for: error).rawValue)
    }
  }

  private static func end(_ message: String, _ code: Int32) -> Never {
    if !message.isEmpty {
      _ = Array("\(message)\n".utf8).withUnsafeBytes { write(code == 0 ? 1 : 2, $0.baseAddress, $0.count) }
    }
    Glibc.exit(code)
  }

  func run() async throws {
    InformeWeb.openManyFiles()
    // Otherwise the C library keeps what large uploads have used once.
    mallopt(M_MMAP_THRESHOLD, 128 << 10)
    var server = WebServer(host: host, port: port, names: names)
    server.workers = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let shown = host.contains(":") ? "[\(host)]" : host
    do {
      try await server.run { port in
        print("http://\(shown):\(port)/")
        fflush(nil)
      }
    } catch {
      InformeWeb.end(Wording.cannotListen("\(shown):\(port)", error), InformeWeb.unavailable)
    }
  }

  /// The address is taken or is none of this computer's (`EX_UNAVAILABLE`, sysexits.h).
  private static let unavailable: Int32 = 69

  /// As many connections as the system gives.
  private static func openManyFiles() {
    var limit = rlimit()
    guard getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
  }
}
