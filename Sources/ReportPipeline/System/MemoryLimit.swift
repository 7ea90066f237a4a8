import CMalloc
import Glibc
import SystemLibraries

/// What memory this process may have (setrlimit(2)), and whether it has run out of it.
public enum MemoryLimit {
  /// The lowest limit, in bytes; 0 where there is none. Looked up while all is well: a handler of signals may call the
  /// system, but nothing that takes memory or locks (signal-safety(7)), as types that Swift imports from C do.
  nonisolated(unsafe) private static var lowest = 0

  /// To be called before other threads begin.
  static func prepare() {
    // The C library reserves 64 MB of addresses for each thread that allocates.
    if limit(of: RLIMIT_AS) != nil { mallopt(M_ARENA_MAX, 1) }
    note()
  }

  /// To be called whenever limits are set.
  static func note() {
    lowest = [RLIMIT_DATA, RLIMIT_AS].compactMap(limit).min() ?? 0
  }

  /// More than a quarter of what there may be is in use: then the next doubling of an array, which needs the old and the new
  /// at once, is what failed. For handlers of signals.
  static var isUsedUp: Bool {
    let size = lowest / 4 * 3
    guard size > 0 else { return false }
    let block = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard block != MAP_FAILED else { return true }
    munmap(block, size)
    return false
  }

  /// Whether what is said against a file may be for want of memory alone: of the addresses that whoever started the program
  /// left to it, less than a quarter was left at some time. A library that gets none says that the file is damaged, or goes
  /// on without a part of it: qpdf finds no attachments, Cairo loses a page.
  public static var isShort: Bool { isUsed(RLIMIT_AS, "VmPeak") || SystemLibrary.lackedMemory }

  /// Whether an error of ours may be for want of memory: less than a quarter of what an input may take is left, too.
  static var isLow: Bool { isShort || isUsed(RLIMIT_DATA, "VmData") }

  /// - Parameter field: how much of it there is, or was at most, in kilobytes (proc_pid_status(5)).
  private static func isUsed(_ resource: __rlimit_resource, _ field: String) -> Bool {
    guard let limit = limit(of: resource) else { return false }
    guard let used = ProcessStatus.value(of: field).flatMap({ Int($0) }) else { return true }
    return used > limit / 1024 / 4 * 3
  }

  private static func limit(of resource: __rlimit_resource) -> Int? {
    var limit = rlimit()
    guard getrlimit(Int32(resource.rawValue), &limit) == 0, limit.rlim_cur < rlim_t(1) << 50 else { return nil }
    return Int(limit.rlim_cur)
  }
}
