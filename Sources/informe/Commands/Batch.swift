import ArgumentParser
import Glibc
import ReportModel
import ReportPipeline
import Workers

/// Inputs done side by side. What is said comes in the order of the inputs, whatever order they are done in.
final class Batch: Sendable {
  let inputs: InputList
  let isQuiet: Bool
  /// Jobs at a time.
  private let jobs: Int
  /// What is done with an input, for the summary.
  let operation: BatchSummary.Operation
  /// None where the only input is worked on in this process.
  private let workers: [WorkerProcess]
  private let isAlone: Bool
  private let progress: Progress?
  private let state: Monitor<State>

  private struct State {
    var summary: BatchSummary
    /// Folders written to.
    var folders: Set<String> = []
    /// What jobs in flight have made, by their number.
    var unfinished: [Int: Outcome] = [:]
    /// The program is being ended, by its last job or by a signal.
    var isEnding = false
  }

  /// - Parameter needsWorkers: whether even a single input is one for another process.
  init(_ inputs: InputList, workers: Int?, isQuiet: Bool, operation: BatchSummary.Operation, needsWorkers: Bool = false)
  {
    self.inputs = inputs
    self.isQuiet = isQuiet
    self.operation = operation
    // One more than can compute, since now and then one waits for the disk.
    let jobs = min(workers ?? Processors.count + 1, max(1, inputs.entries.count))
    self.jobs = jobs
    isAlone = inputs.entries.count == 1 && !inputs.hasFolders && !needsWorkers
    var limits = WorkLimits()
    limits.patience *= Double(max(1, jobs / Processors.count))
    self.workers = isAlone ? [] : (0..<jobs).map { [limits] _ in WorkerProcess(limits: limits) }
    progress = Progress(quiet: isQuiet, total: inputs.entries.count)
    state = Monitor(State(summary: BatchSummary(total: inputs.entries.count, ignored: inputs.ignored)))
  }

  static func validate(jobs: Int?) throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError(Wording.badJobs) }
  }

  /// A job's place among the others.
  struct Place: RenderPlace {
    fileprivate let work: OrderedWork<Outcome>
    fileprivate let index: Int
    fileprivate let number: Int
    fileprivate let batch: Batch

    /// Runs `body` when every earlier input has had its turn.
    func inTurn<Result>(_ body: () -> Result) -> Result { work.inTurn(index, body) }

    /// A file was made; its folder is synced when all is done.
    func wrote(_ path: String) { batch.state.withLock { _ = $0.folders.insert(Folder.part(of: path)) } }

    /// Who does the job.
    var worker: any ReportWorker { batch.isAlone ? ReportSession() : batch.workers[number] }

    func begin(_ stage: String) { batch.progress?.begin(stage) }

    /// What is to be said of the input if the program is ended before the job: files made must not go unmentioned.
    func soFar(_ outcome: Outcome) { batch.state.withLock { $0.unfinished[index] = outcome } }
  }

  /// Does all inputs, and ends the command with the worst status.
  func run(_ job: @escaping @Sendable (BatchInput, Place) -> Outcome) throws {
    let work = OrderedWork<Outcome>(count: inputs.entries.count)
    if isAlone, let input = inputs.tables.first { LonelyInput.prepare(input.path) }
    Interruption.watch { [self] signal in interrupt(work, signal) }
    work.run(workers: jobs) { [self] index, worker in
      let outcome: Outcome =
        switch inputs.entries[index] {
        case .table(let input): job(input, Place(work: work, index: index, number: worker, batch: self))
        case .failure(let failure): Outcome(failure)
        }
      progress?.advance()
      return outcome
    } deliver: { [self] index, outcome in
      deliver(outcome, index)
    }
    beginEnding()
    syncFolders()
    sum(nil)
    try summary.status.end()
  }

  /// Nobody reads what is said any more: what is begun is not finished, what is made is whole.
  private func giveUp() -> Never {
    AtomicFile.cease()
    WorkerProcess.endAll()
    beginEnding()
    syncFolders()
    _exit(max(summary.status, .transfer).rawValue)
  }

  private var summary: BatchSummary { state.withLock { $0.summary } }

  private func deliver(_ outcome: Outcome, _ index: Int) {
    state.withLock { state in
      state.unfinished[index] = nil
      state.summary.add(outcome)
    }
    let lines = outcome.lines.filter { !isQuiet || $0.isError }
    defer { if Terminal.loss(of: .output) != nil, summary.isUnfinished { giveUp() } }
    Progress.pausing(progress) { for line in lines { Terminal.print(line.texts, to: line.stream) } }
  }

  private func syncFolders() {
    for folder in state.withLock({ $0.folders }) { Folder.sync(folder) }
  }

  /// Says what was done; a single table needs no summary.
  private func sum(_ signal: Int32?) {
    progress?.end()
    guard !isQuiet, inputs.entries.count > 1 || inputs.hasFolders || signal != nil else { return }
    Terminal.print(summary.lines(operation, isInterrupted: signal != nil), to: .error)
  }

  /// Ends the program from another thread while jobs run: their work so far is lost, whole files stay.
  private func interrupt(_ work: OrderedWork<Outcome>, _ signal: Int32) -> Never {
    AtomicFile.cease()
    let finished = work.stop()
    WorkerProcess.endAll()
    let outcomes = state.withLock { $0.unfinished }.merging(finished) { $1 }
    for (index, outcome) in outcomes.sorted(by: { $0.key < $1.key }) { deliver(outcome, index) }
    beginEnding()
    syncFolders()
    sum(signal)
    _exit(128 + signal)
  }

  /// Returns to the first caller only: the program ends once.
  private func beginEnding() {
    let isFirst = state.withLock { state in
      defer { state.isEnding = true }
      return !state.isEnding
    }
    while !isFirst { pause() }
  }
}
