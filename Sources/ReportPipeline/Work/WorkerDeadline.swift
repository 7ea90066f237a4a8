import Glibc

/// Until when a worker is waited for. One that computes is waited for as long as it does, for its processor time has a limit
/// of its own (`RLIMIT_CPU`): on a busy machine honest work takes many times as long by the clock.
struct WorkerDeadline {
  private let process: pid_t
  private let patience: Double
  private(set) var end: ContinuousClock.Instant
  /// Of the processor's time, in seconds.
  private var used: Double

  /// A process that waits for something wakes up now and then; computing is more than that, in parts of the time waited.
  private static let leastShare = 0.01

  /// - Parameter patience: in seconds of the clock.
  init(_ process: pid_t, patience: Double) {
    self.process = process
    self.patience = patience
    end = ContinuousClock.now + .seconds(patience)
    used = WorkerDeadline.processorTime(of: process)
  }

  /// Puts the end off by as much again where the process has computed since; returns whether it did.
  mutating func extend() -> Bool {
    let now = WorkerDeadline.processorTime(of: process)
    guard now - used >= patience * WorkerDeadline.leastShare else { return false }
    used = now
    end = ContinuousClock.now + .seconds(patience)
    return true
  }

  /// Of all its threads, in seconds; 0 once it is gone.
  private static func processorTime(of process: pid_t) -> Double {
    var (clock, time): (clockid_t, timespec) = (0, timespec())
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
