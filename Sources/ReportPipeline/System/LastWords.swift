import Glibc
import ReportModel
import Synchronization
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

  /// Signals of a process that is at fault, or gets no memory.
  private static let faults = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// For a process that another one watches: dies of the signal, or with `noMemory` where that is the cause.
  static func prepareWorker() {
    MemoryLimit.prepare()
    catchSignals(faults + [SIGXCPU]) { signal in LastWords.dieOf(signal) }
    takeStack()
    atexit { _exit(MemoryLimit.isUsedUp ? LastWords.noMemory : LastWords.crashed) }
  }

  /// For a process that nobody watches, before it knows what to do: says a line and ends with the right code.
  /// - Parameters:
  ///   - crashed: what to say of a crash; its code is 70.
  ///   - noMemory: what to say when memory is used up; its code is 71.
  public static func prepare(program: String, crashed: String, noMemory: String) {
    texts = LastWordsTexts(
      crashed: line(program, .crashed, crashed), noMemory: line(program, .outOfMemory, noMemory), noTime: nil)
    MemoryLimit.prepare()
    catchSignals(faults) { signal in LastWords.speak(signal) }
    takeStack()
    // libhyphen ends the program it is part of, with a code that means findings here, where it gets no memory.
    atexit { LastWords.speak(0) }
  }

  /// After `prepare(program:…)`, where this process works on a single input: says the line as an error of that input, and
  /// removes the file half written.
  /// - Parameters:
  ///   - input: as the user sees it.
  ///   - noTime: what to say when processor time is used up; its code is 65.
  public static func prepare(input: String, crashed: String, noMemory: String, noTime: String) {
    texts = LastWordsTexts(
      crashed: line(input, .crashed, crashed), noMemory: line(input, .outOfMemory, noMemory),
      noTime: line(input, .tooMuchTime, noTime))
    MemoryLimit.note()
    catchSignals([SIGXCPU]) { signal in LastWords.speak(signal) }
  }

  /// Ends the program as it wants to end: `exit` is what libraries call.
  public static func end(_ code: Int32) -> Never {
    fflush(nil)
    _exit(code)
  }

  /// Removed if the process dies: a file half written.
  static func setTemporary(_ path: String?) {
    // With several inputs several threads write, and other processes do what is dangerous.
    guard texts?.noTime != nil else { return }
    let old = temporary
    temporary = path.flatMap { System.withPath($0) { strdup($0) } }.map { UnsafePointer($0) }
    free(UnsafeMutablePointer(mutating: old))
  }

  /// Read by the handler only once written whole; nothing else of Swift's may be touched there.
  nonisolated(unsafe) private static var texts: LastWordsTexts?
  nonisolated(unsafe) private static var temporary: UnsafePointer<CChar>?

  private static func line(_ subject: String, _ code: DiagnosticCode, _ words: String) -> LastWordsTexts.Line {
    let bytes = Array("\(subject): error: \(code.rawValue): \(words)\n".utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    return (UnsafePointer(copy), bytes.count)
  }

  private static func catchSignals(_ signals: [Int32], _ handler: @escaping @convention(c) (Int32) -> Void) {
    // Made while all is well, for a handler may not.
    _ = isSpeaking.load(ordering: .relaxed)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    for signal in signals {
      sigaddset(&unblocked, signal)
      var action = sigaction()
      action.__sigaction_handler.sa_handler = handler
      action.sa_flags = Int32(SA_ONSTACK)
      // No other signal comes while one is dealt with: a fault in the handler itself then ends the process.
      sigfillset(&action.sa_mask)
      sigaction(signal, &action, nil)
    }
    // Whoever starts the program may have blocked them, as threads of Dispatch do with SIGABRT and SIGXCPU: then abort()
    // ends it without a word (since 2.41 of the GNU C library), and no limit of time does.
    pthread_sigmask(SIG_UNBLOCK, &unblocked, nil)
  }

  /// For the handlers, since the usual stack may be what is full. Without one they use that.
  private static func takeStack() {
    var stack = stack_t()
    stack.ss_size = 1 << 16
    stack.ss_sp = malloc(stack.ss_size)
    if stack.ss_sp != nil { sigaltstack(&stack, nil) }
  }

  private static func dieOf(_ signal: Int32) {
    if signal != SIGXCPU, MemoryLimit.isUsedUp { _exit(noMemory) }
    // Now the signal does what it always does, once this handler has returned.
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
  }

  /// Several threads may be without memory at once: the first speaks for all.
  private static let isSpeaking = Atomic(false)

  /// - Parameter signal: 0 where a library ends the program, with no signal blocked.
  private static func speak(_ signal: Int32) {
    if signal == 0 {
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, nil)
    }
    while isSpeaking.exchange(true, ordering: .relaxed) { pause() }
    if let temporary { unlink(temporary) }
    guard let texts else { _exit(crashed) }
    if signal == SIGXCPU, let line = texts.noTime { end(line, 65) }
    if MemoryLimit.isUsedUp { end(texts.noMemory, noMemory) }
    end(texts.crashed, crashed)
  }

  private static func end(_ line: LastWordsTexts.Line, _ code: Int32) -> Never {
    _ = Glibc.write(2, line.start, line.count)
    _exit(code)
  }
}

private struct LastWordsTexts {
  typealias Line = (start: UnsafePointer<UInt8>, count: Int)

  let crashed: Line
  let noMemory: Line
  /// None where the process works on no single input.
  let noTime: Line?
}
