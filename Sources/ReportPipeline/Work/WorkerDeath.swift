import Glibc
import ReportModel

/// How a worker came to its end, in words.
struct WorkerDeath {
  enum Cause {
    /// It said nothing until the deadline.
    case silence
    /// As `waitpid` tells.
    case ending(Int32)
    /// It lived, but what it found may be for want of memory.
    case shortage
  }

  let cause: Cause
  let limits: WorkLimits
  /// What it was about to do, which is to blame.
  let danger: Diagnostic?

  private enum Reason {
    case silence
    case time
    case memory
    /// Less memory than `limits` was left by whoever started the program.
    case noMemory
    case signal(Int32)
    case code(Int32)

    var isNoMemory: Bool { if case .noMemory = self { true } else { false } }
  }

  func failure(of input: String) -> WorkFailure {
    let reason = reason
    // A picture is to blame for what it asks for, not for what is not there.
    if let danger, !reason.isNoMemory {
      let death = WorkerDeath(cause: cause, limits: .forPictures, danger: nil)
      return WorkFailure(kind: .data, diagnostics: [blamed(danger, death.message(reason))])
    }
    let (kind, code) = kind(reason)
    return WorkFailure(
      kind: kind,
      diagnostics: [
        Diagnostic(
          code: code, severity: .error, message: message(reason), hint: hint(reason), at: SourceLocation(file: input))
      ])
  }

  private func blamed(_ danger: Diagnostic, _ cause: LocalizedText) -> Diagnostic {
    var blamed = danger
    blamed.message = LocalizedText(es: "\(danger.message.es): \(cause.es)", en: "\(danger.message.en): \(cause.en)")
    return blamed
  }

  private var reason: Reason {
    let status: Int32
    switch cause {
    case .silence: return .silence
    case .shortage: return .noMemory
    case .ending(let ending): status = ending
    }
    // The system's macros for this are hidden from Swift (wait(2)).
    let signal = status & 0x7F
    if signal == SIGXCPU { return .time }
    if signal != 0 { return .signal(signal) }
    let code = status >> 8 & 0xFF
    return code != LastWords.noMemory ? .code(code) : limits.isMemoryOurs ? .memory : .noMemory
  }

  /// Of all deaths that name no other cause.
  static let codes: [DiagnosticCode] = [.noAnswer, .tooMuchTime, .tooMuchMemory, .outOfMemory, .crashed]

  private func kind(_ reason: Reason) -> (WorkFailure.Kind, code: DiagnosticCode) {
    switch reason {
    case .silence: (.transfer, .noAnswer)
    case .time: (.data, .tooMuchTime)
    case .memory: (.data, .tooMuchMemory)
    case .noMemory: (.memory, .outOfMemory)
    case .signal, .code: (.software, .crashed)
    }
  }

  private func message(_ reason: Reason) -> LocalizedText {
    switch reason {
    case .silence:
      LocalizedText(
        es: "no hubo respuesta en \(Int(limits.patience)) segundos", en: "no answer for \(Int(limits.patience)) seconds"
      )
    case .time:
      LocalizedText(
        es: "pide más de \(limits.seconds) segundos de procesador, que es el límite",
        en: "it takes more than \(limits.seconds) seconds of the processor, which is the limit")
    case .memory:
      LocalizedText(
        es: "pide más de \(limits.memory >> 20) MB de memoria, que es el límite",
        en: "it takes more than \(limits.memory >> 20) MB of memory, which is the limit")
    case .noMemory: LocalizedText(es: "no hay memoria suficiente (out of memory)", en: "out of memory")
    case .signal(let signal):
      LocalizedText(
        es: "el programa falló al trabajarlo (señal \(WorkerDeath.name(signal)))",
        en: "the program crashed on it (signal \(WorkerDeath.name(signal)))")
    case .code(let code):
      LocalizedText(
        es: "el programa terminó al trabajarlo (código \(code))", en: "the program ended on it (code \(code))")
    }
  }

  private func hint(_ reason: Reason) -> LocalizedText {
    switch reason {
    case .silence:
      LocalizedText(
        es: "Revise que el archivo esté completo y en un disco que responda.",
        en: "Check that the file is whole and on a disk that answers.")
    case .time, .memory:
      LocalizedText(
        es: "Ningún archivo correcto de este tamaño pide tanto: pida otra copia o guárdelo de nuevo.",
        en: "No sound file of this size takes as much: ask for another copy, or save it anew.")
    case .noMemory:
      LocalizedText(
        es: "Cierre otros programas, o use menos trabajos a la vez con --jobs.",
        en: "Close other programs, or work fewer at a time with --jobs.")
    case .signal, .code:
      LocalizedText(
        es: "Los demás archivos no se ven afectados; repórtelo con este archivo.",
        en: "Other files are not affected; report it with this one.")
    }
  }

  private static func name(_ signal: Int32) -> String {
    switch signal {
    case SIGILL: "SIGILL"
    case SIGTRAP: "SIGTRAP"
    case SIGABRT: "SIGABRT"
    case SIGBUS: "SIGBUS"
    case SIGFPE: "SIGFPE"
    case SIGSEGV: "SIGSEGV"
    case SIGKILL: "SIGKILL"
    case SIGTERM: "SIGTERM"
    default: "\(signal)"
    }
  }
}

extension WorkLimits {
  /// Whether no lower limit was left to the program by whoever started it. One of addresses counts those of libraries and
  /// stacks too.
  fileprivate var isMemoryOurs: Bool {
    [(RLIMIT_DATA, memory), (RLIMIT_AS, 2 * memory)].allSatisfy { resource, needed in
      var limit = rlimit()
      return getrlimit(Int32(resource.rawValue), &limit) == 0 && limit.rlim_cur >= rlim_t(needed)
    }
  }
}

extension WorkFailure {
  /// A file that could not be worked on where memory is short (`MemoryLimit`).
  public static func noMemory(_ input: String) -> WorkFailure {
    WorkerDeath(cause: .shortage, limits: WorkLimits(), danger: nil).failure(of: input)
  }

  static func noWorker(_ input: String, _ error: Int32) -> WorkFailure {
    let (es, en) = InputFile.reason(error)
    return WorkFailure(
      kind: error == ENOMEM ? .memory : .software,
      diagnostics: [
        Diagnostic(
          code: DiagnosticCode.noWorker, severity: .error,
          message: LocalizedText(
            es: "no se pudo iniciar otro proceso: \(es)", en: "no other process could be started: \(en)"),
          hint: LocalizedText(
            es: "Use menos trabajos a la vez con --jobs.", en: "Work fewer at a time with --jobs."),
          at: SourceLocation(file: input))
      ])
  }
}
