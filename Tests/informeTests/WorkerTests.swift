import Foundation
import ReportModel
import Testing

@testable import ReportPipeline

/// Processes that do one input after another, and may die of one.
@Suite struct WorkerTests {
  static func worker(_ change: (inout WorkLimits) -> Void = { _ in }) -> WorkerProcess {
    var limits = WorkLimits()
    change(&limits)
    return WorkerProcess(limits: limits, program: .file(Program.path))
  }

  static let seed = ReadRequest(.file(Program.seed))

  /// A table that takes long.
  static func large(_ rows: Int) -> ReadRequest {
    ReadRequest(.bytes(Array(ConformanceTests.rows(rows, periods: 12).utf8), name: "grande.tsv"))
  }

  static func failure(_ body: () throws(WorkFailure) -> Void) -> (WorkFailure.Kind, String, String, [String])? {
    do throws(WorkFailure) {
      try body()
      return nil
    } catch {
      let first = error.diagnostics.first
      return (error.kind, first?.code ?? "", first?.message.en ?? "", error.diagnostics.map(\.location.file))
    }
  }

  @Test func makesWhatThisProcessMakes() throws {
    let (worker, session) = (Self.worker(), ReportSession())
    for answer in [try worker.read(Self.seed), try session.read(Self.seed)] {
      #expect(answer.reports.map(\.name) == ["participacion-ciudadana-2023"])
      #expect(answer.hasFindings && answer.reports[0].findings.count == 2 && answer.reports[0].origin == nil)
    }
    var (before, after) = (rlimit(), rlimit())
    getrlimit(Int32(RLIMIT_CPU.rawValue), &before)
    #expect(try worker.make(0, as: .pdf) == session.make(0, as: .pdf))
    // Limits are for processes that have some.
    getrlimit(Int32(RLIMIT_CPU.rawValue), &after)
    #expect(before.rlim_cur == after.rlim_cur)
    #expect(try worker.make(0, as: .svg()) == session.make(0, as: .svg()))
    #expect(Self.failure { () throws(WorkFailure) in _ = try worker.make(1, as: .pdf) }?.0 == .software)
    let unread = Self.failure { () throws(WorkFailure) in _ = try worker.read(ReadRequest(.file("/nada"))) }
    #expect(unread?.0 == .input && unread?.1 == "unreadable-input")
  }

  @Test func timeIsLimited() throws {
    let worker = Self.worker { limits in (limits.seconds, limits.secondsPerMegabyte) = (0, 0) }
    let failure = Self.failure { () throws(WorkFailure) in
      for _ in 0..<20 {
        _ = try worker.read(Self.large(3000))
        _ = try worker.make(0, as: .pdf)
      }
    }
    #expect(failure?.0 == .data && failure?.1 == "too-much-time", "\(String(describing: failure))")
    #expect(try worker.read(Self.seed).reports.count == 1, "it was started anew")
  }

  @Test func memoryIsLimited() throws {
    let worker = Self.worker { limits in (limits.memory, limits.memoryPerByte) = (24 << 20, 0) }
    let failure = Self.failure { () throws(WorkFailure) in _ = try worker.read(Self.large(3000)) }
    #expect(failure?.0 == .data && failure?.1 == "too-much-memory", "\(String(describing: failure))")
    #expect(try worker.read(Self.seed).reports.count == 1)
  }

  /// Nobody ever writes into the pipe.
  @Test func patienceIsLimited() throws {
    try Program.inFolder { folder in
      #expect(mkfifo(folder + "/t.tsv", 0o600) == 0)
      let worker = Self.worker { $0.patience = 0.5 }
      let failure = Self.failure { () throws(WorkFailure) in
        _ = try worker.read(ReadRequest(.file(folder + "/t.tsv")))
      }
      #expect(failure?.0 == .transfer && failure?.1 == "no-answer", "\(String(describing: failure))")
    }
  }

  /// Honest work is waited for, however long it takes on a busy machine: its processor time has a limit of its own.
  @Test(arguments: [("while :; do :; done", true), ("exec sleep 60", false)])
  func whoComputesIsWaitedFor(_ script: String, _ computes: Bool) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    try process.run()
    // Its caller's threads have other signals blocked, and so has it.
    defer { kill(process.processIdentifier, SIGKILL) }
    // A hundredth of it is computing; starting takes the other process no time that counts.
    var deadline = WorkerDeadline(process.processIdentifier, patience: 10)
    let before = deadline.end
    var isExtended = false
    for _ in 0..<(computes ? 600 : 10) where !isExtended {
      usleep(100_000)
      isExtended = deadline.extend()
    }
    #expect(isExtended == computes && (deadline.end > before) == computes)
  }

  /// The signal stands for whatever may end a process: an overflow, a full stack, an assertion of a library.
  @Test(arguments: [(SIGSEGV, "SIGSEGV"), (SIGABRT, "SIGABRT"), (SIGILL, "SIGILL"), (SIGKILL, "SIGKILL")])
  func deathIsToldAndCostsItsOwnInput(_ signal: Int32, _ name: String) throws {
    try Program.inFolder { folder in
      #expect(mkfifo(folder + "/t.tsv", 0o600) == 0)
      let worker = Self.worker()
      #expect(try worker.read(Self.seed).reports.count == 1)
      let process = try #require(Self.child(of: worker))
      let killer = Thread {
        usleep(300_000)
        // The handler of a worker lets a signal that is no fault of its code come again.
        for _ in 0..<20 {
          kill(process, signal)
          usleep(10_000)
        }
      }
      killer.start()
      let failure = Self.failure { () throws(WorkFailure) in
        _ = try worker.read(ReadRequest(.file(folder + "/t.tsv")))
      }
      #expect(failure?.0 == .software && failure?.1 == "crashed", "\(String(describing: failure))")
      #expect(failure?.2.contains(name) ?? false)
      let reply = try worker.read(Self.seed)
      #expect(reply.reports.count == 1 && Self.child(of: worker) != process)
    }
  }

  static func child(of worker: WorkerProcess) -> pid_t? { worker.process }

  /// A volume is made by one process; the table it dies of is found all the same. Nobody ever writes into this one.
  @Test func theTableThatAVolumeDiesOfIsNamed() throws {
    try Program.inFolder { folder in
      let pipe = folder + "/b.tsv"
      #expect(mkfifo(pipe, 0o600) == 0)
      var limits = WorkLimits()
      limits.patience = 8
      let tables = [Self.seed.input, .file(pipe), Self.seed.input].enumerated()
        .map { VolumeRequest.Table($0.element, name: "\($0.offset).tsv") }
      let request = VolumeRequest(
        tables, configuration: .none, overrides: ReportOverrides(), skipsBroken: true, workers: 2)
      let failure = Self.failure { () throws(WorkFailure) in
        _ = try VolumeBinder(limits: limits, program: .file(Program.path)).bind(request)
      }
      #expect(failure?.0 == .transfer && failure?.1 == "no-answer" && failure?.3 == [pipe])
    }
  }

  @Test func anotherProgramIsNoWorker() {
    let worker = WorkerProcess(program: .file("/bin/true"))
    #expect(Self.failure { () throws(WorkFailure) in _ = try worker.read(Self.seed) }?.1 == "crashed")
    let missing = WorkerProcess(program: .file("/nada"))
    #expect(Self.failure { () throws(WorkFailure) in _ = try missing.read(Self.seed) }?.1 == "no-worker")
  }
}
