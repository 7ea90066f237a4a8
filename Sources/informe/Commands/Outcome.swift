import ReportModel
import ReportPipeline

/// What became of one input, and what is to be said about it. Nothing is printed before the input's turn.
struct Outcome: Sendable {
  /// As the user knows it.
  let input: String
  private(set) var status = ExitStatus.done
  /// Warnings, whether or not they decide the status.
  private(set) var hasFindings = false
  /// Reports that were left as they are, since nothing they are made from has changed.
  private(set) var unchanged = 0
  /// Reports written.
  private(set) var made = 0
  /// Whether there are reports not yet made. It is seen only when the program is ended before the job.
  var isPartial = false
  /// The first error.
  private(set) var cause: Diagnostic?
  private(set) var lines: [Line] = []

  struct Line: Sendable {
    let texts: [String]
    let stream: Terminal.Stream
    /// Printed under `--quiet` too.
    let isError: Bool
  }

  init(_ input: String) { self.input = input }

  /// Of an input that is no table.
  init(_ failure: FileFailure) {
    self.init(failure.diagnostic.location.file)
    fail(failure)
  }
  mutating func tell(_ diagnostics: [Diagnostic], on stream: Terminal.Stream = .error) {
    for diagnostic in diagnostics {
      let isError = diagnostic.severity == .error
      if isError, cause == nil { cause = diagnostic }
      if diagnostic.isUnusableLibrary { end(.library) }
      if diagnostic.severity == .warning { hasFindings = true }
      lines.append(Line(texts: DiagnosticText.lines(diagnostic), stream: stream, isError: isError))
    }
  }

  mutating func end(_ status: ExitStatus) { self.status = max(self.status, status) }

  /// Text that was asked for.
  mutating func answer(_ text: [String]) { lines.append(Line(texts: text, stream: .output, isError: false)) }

  mutating func wrote(_ path: String) { lines.append(Line(texts: [path], stream: .output, isError: false)) }
  mutating func countMade() { made += 1 }
  mutating func countUnchanged() { unchanged += 1 }
}

// Failures
extension Outcome {
  mutating func fail(_ failure: FileFailure) {
    tell([failure.diagnostic])
    end(failure.status)
  }

  mutating func fail(_ failure: WorkFailure) {
    tell(failure.diagnostics)
    end(failure.status)
  }

  /// Of a report that could not be looked at, through no fault of its own; why was told.
  mutating func tellUnchecked() {
    status = .unchecked
    tell([Verification.Verdict.unchecked.diagnostic(at: input)])
  }

  mutating func refuse(_ taken: OutputTaken) {
    tell(error(.outputTaken, Wording.outputTaken(taken), Wording.outputTakenHint))
    end(.creation)
  }

  /// One file cannot hold several reports.
  mutating func refuse(tables count: Int) {
    tell(error(.severalTables, Wording.severalTables(count), Wording.severalTablesHint))
    end(.creation)
  }

  private func error(_ code: DiagnosticCode, _ message: LocalizedText, _ hint: LocalizedText) -> [Diagnostic] {
    [Diagnostic(code: code, severity: .error, message: message, hint: hint, at: SourceLocation(file: input))]
  }
}

extension FileFailure {
  var status: ExitStatus {
    switch kind {
    case .input: .input
    case .creation: .creation
    case .writing: .transfer
    }
  }
}
