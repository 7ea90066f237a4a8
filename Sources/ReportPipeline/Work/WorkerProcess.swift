import Glibc
import ReportModel
import Workers

/// The program that is started as a worker. It must call `ProcessState.settle`, then
/// `WorkerService.serveIfAsked`, first of all.
public enum WorkerProgram: Hashable, Sendable {
  /// The one that runs.
  case this
  /// Of this path.
  case file(String)

  var path: String {
    switch self {
    // The very file this process was started from, though another may have taken its name since.
    case .this: "/proc/self/exe"
    case .file(let path): path
    }
  }

  /// As lists of processes show it.
  var name: String { self == .this ? CommandLine.arguments.first ?? path : path }
}

/// Another process of this program that does what it is asked, and may die of it: a crash, a hang or a bomb costs its own
/// input. It is started with the first request, and anew after a death. Requests of several threads wait for one another.
///
/// swift-subprocess 1.0.2 was tried: it runs a child once and hands out its streams, to be awaited. A worker stays, is asked
/// by threads that wait, each time with a deadline, and leaves standard input to the table; and the program is 1.7 MB
/// smaller without.
public final class WorkerProcess: ReportWorker, Sendable {
  private let program: WorkerProgram
  private let limits: WorkLimits
  private let inheritsFiles: Bool
  private let state = Monitor(State())

  private struct State {
    var child: Child?
    /// The table that reports are asked of, to be read again by a worker started anew.
    var table: ReadRequest?
  }

  private struct Child {
    let process: pid_t
    let channel: WorkerChannel
  }

  /// - Parameters:
  ///   - limits: what it may use for each input.
  ///   - inheritsFiles: whether it has the files this process has open, of which one may be an input (`<(…)` of the shell).
  ///     A server's are connections to its other clients.
  public init(limits: WorkLimits = WorkLimits(), program: WorkerProgram = .this, inheritsFiles: Bool = true) {
    self.limits = limits
    self.program = program
    self.inheritsFiles = inheritsFiles
  }

  deinit { end() }

  /// Of the child; nil while there is none.
  var process: pid_t? { state.withLock { $0.child?.process } }

  /// Ends the process, whatever it does; the next request starts another.
  public func end() {
    state.withLock { state in
      if let child = state.child { _ = WorkerProcess.end(child) }
      state.child = nil
    }
  }

  /// - Throws: what the worker says, or why it says nothing.
  public func reply(to request: WorkRequest) throws(WorkFailure) -> WorkReply {
    try state.withLock { state throws(WorkFailure) in
      if state.child == nil {
        state.child = try start(for: request.subject(after: state.table))
        if request.needsTable, let table = state.table { _ = try ask(&state, .read(table)) }
      }
      if case .read(let table) = request { state.table = table }
      return try ask(&state, request)
    }
  }

  private func ask(_ state: inout State, _ request: WorkRequest) throws(WorkFailure) -> WorkReply {
    let subject = request.subject(after: state.table)
    guard let child = state.child else { throw .unexpectedReply }
    let limits = limits.scaled(to: subject.path.map(InputFile.unpackedSize) ?? subject.size)
    var danger: Diagnostic?
    let answer: Result<WorkReply, WorkFailure>
    do throws(WorkerChannel.Ending) {
      answer = try WorkerProcess.exchange(request, limits, child, &danger)
    } catch {
      state.child = nil
      let ending = WorkerProcess.end(child)
      throw WorkerDeath(cause: error == .late ? .silence : .ending(ending), limits: limits, danger: danger)
        .failure(of: subject.name)
    }
    return try answer.get()
  }

  private static func exchange(
    _ request: WorkRequest, _ limits: WorkLimits, _ child: Child, _ danger: inout Diagnostic?
  ) throws(WorkerChannel.Ending) -> Result<WorkReply, WorkFailure> {
    var deadline: WorkerDeadline? = WorkerDeadline(child.process, patience: limits.patience)
    var writer = WireWriter()
    limits.write(to: &writer)
    request.write(to: &writer)
    try child.channel.send(writer.bytes)
    while true {
      let message = try child.channel.receive(by: &deadline)
      do throws(WireError) {
        if let answer = try understand(message, &danger) { return answer }
      } catch {
        throw .closed
      }
    }
  }

  /// nil where more is to come.
  private static func understand(
    _ message: [UInt8], _ danger: inout Diagnostic?
  ) throws(WireError) -> Result<WorkReply, WorkFailure>? {
    var reader = WireReader(message)
    switch try reader.oneOf(WorkerService.Message.self) {
    case .danger: danger = try Diagnostic(from: &reader)
    case .safety: danger = nil
    case .reply: return .success(try WorkReply(from: &reader))
    case .failure: return .failure(try WorkFailure(from: &reader))
    }
    return nil
  }
}

// Life and death
extension WorkerProcess {
  private static let living = Monitor<Set<pid_t>>([])

  /// Ends every worker of this process at once: before it ends itself.
  public static func endAll() { for process in living.withLock({ $0 }) { kill(process, SIGKILL) } }

  private func start(for subject: WorkRequest.Subject) throws(WorkFailure) -> Child {
    var ends: [Int32] = [0, 0]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .noWorker(subject.name, errno) }
    var process: pid_t = 0
    let failed = spawn(&process, socket: ends[1])
    // At once: that the child is gone is seen only when nobody has its end.
    close(ends[1])
    guard failed == 0 else {
      close(ends[0])
      throw .noWorker(subject.name, failed)
    }
    WorkerProcess.living.withLock { _ = $0.insert(process) }
    let child = Child(process: process, channel: WorkerChannel(descriptor: ends[0]))
    var deadline: WorkerDeadline? = WorkerDeadline(process, patience: limits.patience)
    guard (try? child.channel.receive(by: &deadline)) == WorkerService.greeting else {
      throw WorkerDeath(cause: .ending(WorkerProcess.end(child)), limits: limits, danger: nil).failure(of: subject.name)
    }
    return child
  }

  /// 0, or the system's error. The child has the socket and, unless told otherwise, standard input and what the caller's
  /// caller left open; what it might print goes nowhere.
  private func spawn(_ process: inout pid_t, socket: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
    if !inheritsFiles { posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) }
    // The same number for both means: to be kept.
    posix_spawn_file_actions_adddup2(&actions, socket, socket)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What a whole group of processes gets (the interrupt key, the closing of the terminal, `timeout`, the end of a service)
    // is for the parent to answer: a worker that died of it would look like one that crashed.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    for signal in [SIGINT, SIGHUP, SIGQUIT, SIGTERM] { sigaddset(&blocked, signal) }
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments: [String] = [
      program.name, inheritsFiles ? WorkerService.argument : WorkerService.aloneArgument, String(socket),
    ]
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    return posix_spawn(&process, program.path, &actions, &attributes, words + [nil], environ)
  }

  /// How it ended, as `waitpid` tells.
  private static func end(_ child: Child) -> Int32 {
    close(child.channel.descriptor)
    // One that closed its socket is ending already, and its own way tells more.
    var (status, waited): (Int32, pid_t) = (0, 0)
    for _ in 0..<100 where waited == 0 {
      waited = waitpid(child.process, &status, WNOHANG)
      if waited == 0 { usleep(1000) }
    }
    if waited == 0 {
      kill(child.process, SIGKILL)
      while waitpid(child.process, &status, 0) < 0, errno == EINTR {}
    }
    living.withLock { _ = $0.remove(child.process) }
    return status
  }
}

extension WorkRequest {
  /// The file a request is about.
  struct Subject {
    let name: String
    /// nil where the bytes themselves are given.
    let path: String?
    let size: Int
  }

  /// Whether it is about the table read last.
  var needsTable: Bool {
    switch self {
    case .make, .openData: true
    default: false
    }
  }

  /// - Parameter table: the one read last.
  func subject(after table: ReadRequest?) -> Subject {
    switch self {
    case .read(let request): Subject(request.input)
    case .volume(let request): Subject(request)
    case .make, .openData: table.map { Subject($0.input) } ?? Subject(name: "", path: nil, size: 0)
    case .verify(let report, _, _): Subject(report)
    case .attachments(let report): Subject(.file(report))
    }
  }
}

extension WorkRequest.Subject {
  fileprivate init(_ request: VolumeRequest) {
    let name = request.tables.count == 1 ? request.tables[0].input.name : "informe volume"
    let sizes = request.tables.map { table in
      let subject = WorkRequest.Subject(table.input)
      return subject.path.map(InputFile.unpackedSize) ?? subject.size
    }
    self.init(name: name, path: nil, size: sizes.reduce(0, +))
  }

  fileprivate init(_ input: ReadRequest.Input) {
    switch input {
    case .file(let path): self.init(name: path, path: path, size: 0)
    case .bytes(let bytes, let name): self.init(name: name, path: nil, size: InputFile.unpackedSize(of: bytes))
    }
  }
}
