import ArgumentParser
import Glibc
import ReportModel
import ReportPipeline

/// How the program ends, after sysexits.h; the README lists these.
enum ExitStatus: Int32, CaseIterable, Comparable {
  case done = 0
  /// Findings, under `--strict`.
  case findings = 1
  /// A report says what its data say, but was made by another version or with options it does not carry; or it was signed
  /// by another program.
  case sameContent = 3
  /// A report is not what its data make.
  case altered = 4
  /// A report carries nothing to prove it by.
  case unproven = 5
  /// Whether a report is what its data make could not be checked.
  case unchecked = 6
  /// A report is whole, but who signed it is not sure.
  case untrusted = 7
  /// The input's content is wrong.
  case data = 65
  /// The input cannot be read.
  case input = 66
  /// An error of ours.
  case software = 70
  /// The memory that the system gives is used up.
  case memory = 71
  /// A library of the system is missing or too old.
  case library = 72
  /// The output cannot be created.
  case creation = 73
  /// Reading or writing failed part of the way.
  case transfer = 74
  /// Certificate, key or password are refused.
  case credentials = 77

  static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }

  /// Ends the command with this status, unless it is `done` and all of that could be said. That a reader has gone away is
  /// its own affair.
  func end() throws {
    let isUnsaid = [Terminal.Stream.output, .error].contains { ![nil, EPIPE].contains(Terminal.loss(of: $0)) }
    let status = self == .done && isUnsaid ? .transfer : self
    if status != .done { throw ExitCode(status.rawValue) }
  }
}

extension WorkFailure {
  /// Says what is wrong and ends the command.
  func end() throws {
    for diagnostic in diagnostics { Terminal.print(DiagnosticText.lines(diagnostic), to: .error) }
    try status.end()
  }

  var status: ExitStatus {
    if diagnostics.contains(where: \.isUnusableLibrary) { return .library }
    return switch kind {
    case .data: .data
    case .input: .input
    case .software: .software
    case .memory: .memory
    case .library: .library
    case .creation: .creation
    case .transfer: .transfer
    }
  }
}
