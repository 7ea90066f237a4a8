import Glibc
import ReportModel
import Workers

/// What is to be said if this process dies at work: of a stack that is full, of memory that is not there, of a library that
/// ends the program it is part of. None of these can be caught in Swift.
public enum LastWords {
  /// How a process ends that has no memory left.
  static let noMemory: Int32 = 71
  /// How it ends where a library ended it for another reason.
  private static let crashed: Int32 = 70

  private static let listener = Monitor<(@Sendable (Diagnostic?) -> Void)?>(nil)

  static func listen(_ body: @escaping @Sendable (Diagnostic?) -> Void) { listener.withLock { $0 = body } }

  /// Runs `body`; should the process die meanwhile, `diagnostic` says why.
  static func during<Value, Failure: Error>(
    _ diagnostic: Diagnostic, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let listener = listener.withLock { $0 }
    listener?(diagnostic)
    defer { listener?(nil) }
    return try body()
  }

  /// Signals that end a process which is at fault, or has used up what it may.
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGXCPU]

  /// For a process that another one watches: dies of the signal, or with `noMemory` where that is the cause.
  static func prepareWorker() {
    noteMemoryLimit()
    catchSignals { signal in LastWords.dieOf(signal) }
    atexit { _exit(LastWords.isMemoryUsedUp ? LastWords.noMemory : LastWords.crashed) }
  }

  /// For a process that nobody watches: says a line, as an error of its input, and ends with the right code.
  /// - Parameters:
  ///   - input: as the user sees it.
  ///   - crashed: what to say of a crash; its code is 70.
  ///   - noMemory: what to say when memory is used up.
  ///   - noTime: what to say when processor time is used up; its code is 65.
  public static func prepare(input: String, crashed: String, noMemory: String, noTime: String) {
    func line(_ code: DiagnosticCode, _ words: String) -> (start: UnsafePointer<UInt8>, count: Int) {
      copy("\(input): error: \(code.rawValue): \(words)\n")
    }
    noteMemoryLimit()
    texts = LastWordsTexts(
      crashed: line(.crashed, crashed), noMemory: line(.outOfMemory, noMemory), noTime: line(.tooMuchTime, noTime))
    catchSignals { signal in LastWords.speak(signal) }
    // libhyphen ends the program it is part of, with a code that means findings here, where it gets no memory.
    atexit { LastWords.speak(0) }
  }

  /// Ends the program as it wants to end: `exit` is what libraries call.
  public static func end(_ code: Int32) -> Never {
    fflush(nil)
    _exit(code)
  }

  /// Removed if the process dies: a file half written.
  static func setTemporary(_ path: String?) {
    // Where several threads write, other processes do what is dangerous.
    guard texts != nil else { return }
    let old = temporary
    temporary = path.flatMap { System.withPath($0) { strdup($0) } }.map { UnsafePointer($0) }
    free(UnsafeMutablePointer(mutating: old))
  }

  /// Read by the handler only once written whole; nothing else of Swift's may be touched there.
  nonisolated(unsafe) private static var texts: LastWordsTexts?
  nonisolated(unsafe) private static var temporary: UnsafePointer<CChar>?

  private static func copy(_ text: String) -> (start: UnsafePointer<UInt8>, count: Int) {
    let bytes = Array(text.utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    return (UnsafePointer(copy), bytes.count)
  }

  private static func catchSignals(_ handler: @escaping @convention(c) (Int32) -> Void) {
    // A stack of its own, for the usual one may be what is full.
    var stack = stack_t()
    stack.ss_size = 1 << 16
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
    sigaltstack(&stack, nil)
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = handler
      action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }

  /// The lowest limit of memory, in bytes; 0 where there is none. Looked up while all is well: a handler of signals may call
  /// the system, but nothing that takes memory or locks (signal-safety(7)), as types that Swift imports from C do.
  nonisolated(unsafe) private static var memoryLimit = 0

  /// To be called whenever limits are set.
  static func noteMemoryLimit() {
    let limits = [RLIMIT_DATA, RLIMIT_AS].compactMap { resource -> Int? in
      var limit = rlimit()
      guard getrlimit(Int32(resource.rawValue), &limit) == 0, limit.rlim_cur < rlim_t(1) << 50 else { return nil }
      return Int(limit.rlim_cur)
    }
    memoryLimit = limits.min() ?? 0
  }

  /// More than a quarter of what there may be is in use: then the next doubling of an array, which needs the old and the new
  /// at once, is what failed.
  private static var isMemoryUsedUp: Bool { !isFree(memoryLimit / 4 * 3) }

  /// Whether an error that libraries gave is for want of memory: less than a quarter of what there may be is left.
  static var isMemoryShort: Bool { !isFree(memoryLimit / 4) }

  private static func isFree(_ size: Int) -> Bool {
    guard size > 0 else { return true }
    let block = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard block != MAP_FAILED else { return false }
    munmap(block, size)
    return true
  }

  private static func dieOf(_ signal: Int32) {
    if signal != SIGXCPU, isMemoryUsedUp { _exit(noMemory) }
    // The handler was for one time only; now the signal does what it always does.
    raise(signal)
  }

  private static func speak(_ signal: Int32) {
    if let temporary { unlink(temporary) }
    guard let texts else { return }
    let isMemory = signal != SIGXCPU && isMemoryUsedUp
    let text = signal == SIGXCPU ? texts.noTime : isMemory ? texts.noMemory : texts.crashed
    _ = Glibc.write(2, text.start, text.count)
    _exit(signal == SIGXCPU ? 65 : isMemory ? noMemory : LastWords.crashed)
  }
}

private struct LastWordsTexts {
  let crashed: (start: UnsafePointer<UInt8>, count: Int)
  let noMemory: (start: UnsafePointer<UInt8>, count: Int)
  let noTime: (start: UnsafePointer<UInt8>, count: Int)
}
