import Glibc
import ReportPipeline

/// The processors this process may use, which may be fewer than the machine has: on a cluster each task is given some.
enum Processors {
  static var count: Int { allowed ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// By the system's mask, a line `Cpus_allowed: 00000000,00000003` (proc(5)); the call for it is hidden from Swift.
  private static var allowed: Int? {
    guard let mask = ProcessStatus.value(of: "Cpus_allowed") else { return nil }
    let count = mask.reduce(0) { $0 + ($1.hexDigitValue ?? 0).nonzeroBitCount }
    return count > 0 ? count : nil
  }
}
