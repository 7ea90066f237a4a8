import ReportModel
import ReportPipeline

/// What became of a batch, in numbers; and of the inputs that failed, why.
struct BatchSummary: Sendable {
  /// What was asked for.
  enum Operation: Sendable {
    case making
    case checking
  }

  let total: Int
  /// Files of the folders that are no tables.
  let ignored: [String]
  private(set) var status = ExitStatus.done
  private(set) var done = 0
  private(set) var unchanged = 0
  private(set) var withFindings = 0
  private(set) var failures: [(input: String, cause: Diagnostic?)] = []

  init(total: Int, ignored: [String]) {
    self.total = total
    self.ignored = ignored
  }

  /// Each input counts once: failed, unchanged if no report of it had to be made, else done.
  mutating func add(_ outcome: Outcome) {
    status = max(status, outcome.status)
    guard !outcome.isPartial else { return }
    if outcome.status > .findings {
      failures.append((outcome.input, outcome.cause))
    } else {
      if outcome.made == 0, outcome.unchanged > 0 { unchanged += 1 } else { done += 1 }
      if outcome.hasFindings { withFindings += 1 }
    }
  }

  /// Inputs of which nothing can be said yet.
  private var left: Int { total - done - unchanged - failures.count }
  var isUnfinished: Bool { left > 0 }

  func lines(_ operation: Operation, isInterrupted: Bool) -> [String] {
    var counts = [Wording.inputs(total), operation == .making ? Wording.made(done) : Wording.checked(done)]
    if unchanged > 0 { counts.append(Wording.unchanged(unchanged)) }
    if withFindings > 0 { counts.append(Wording.withFindings(withFindings)) }
    if !failures.isEmpty { counts.append(Wording.failed(failures.count)) }
    if left > 0 { counts.append(Wording.left(left)) }
    if !ignored.isEmpty { counts.append(Wording.ignored(ignored.count, endings)) }
    let head = (isInterrupted ? [Wording.interrupted] : []) + [counts.joined(separator: ", ")]
    return head + failures.map(line)
  }

  private func line(_ failure: (input: String, cause: Diagnostic?)) -> String {
    guard let cause = failure.cause else { return "  " + failure.input }
    return "  \(cause.location): \(cause.code): \(cause.message[UserLanguage.current])"
  }

  /// Of the ignored files, the most frequent first: `.pdf 12, .docx 3`.
  private var endings: String {
    var counts: [String: Int] = [:]
    for path in ignored { counts[BatchSummary.ending(of: path), default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }

  private static func ending(of path: String) -> String {
    let name = SystemPath.name(of: path)
    return name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? "—"
  }
}
