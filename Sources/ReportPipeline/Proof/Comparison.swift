import PDFReading
import ReportModel

/// What was found to differ so far, on the way to a verdict.
struct Comparison {
  let path: String
  /// Whether the source is one that the user named.
  let isAgainstInput: Bool
  private var deviations: [Deviation] = []

  init(path: String, isAgainstInput: Bool) {
    self.path = path
    self.isAgainstInput = isAgainstInput
  }

  var isEmpty: Bool { deviations.isEmpty }

  mutating func add(_ deviation: Deviation) {
    if !deviations.contains(deviation) { deviations.append(deviation) }
  }

  mutating func add(_ differences: [PDFDifference]) { for difference in differences { add(.of(difference)) } }

  /// Of reports that say the same, those pages that are drawn otherwise.
  mutating func add(drawn differences: [PDFDifference]) {
    let pages = differences.compactMap { if case .drawing(let page) = $0 { page } else { nil } }
    if !pages.isEmpty { add(.drawings(pages: pages)) }
  }

  /// Revisions that were put behind what was made.
  mutating func addRevisions(found: [UInt8], expected: [UInt8]) {
    if Comparison.endings(found) > Comparison.endings(expected) { add(.revision) }
  }

  /// What no reader sees: the bytes themselves.
  mutating func addBytes(found: [UInt8], expected: [UInt8]) {
    guard isEmpty else { return }
    add(.bytes(offset: zip(found, expected).prefix { $0 == $1 }.count))
  }

  /// Each revision of a file ends with the same word (ISO 32000-1, 7.5.6).
  private static func endings(_ bytes: [UInt8]) -> Int {
    bytes.split(separator: UInt8(ascii: "%")).count { $0.starts(with: "EOF".utf8) }
  }

  mutating func add(_ deviations: [Deviation]) { for deviation in deviations { add(deviation) } }

  /// - Parameter program: what the report says it was made by; nil where it says nothing.
  func verification(_ verdict: Verification.Verdict, madeBy program: String? = nil) -> Verification {
    // Told apart from its source, a report is no proof however it was made.
    let isProof = verdict == .identical || verdict == .sameContent
    let verdict = isProof && deviations.contains { !$0.isDrawing } ? .altered : verdict
    let severity: Diagnostic.Severity = verdict == .altered ? .error : .note
    return Verification(
      verdict: verdict,
      diagnostics: [verdict.diagnostic(madeBy: program, isAgainstInput: isAgainstInput, at: path)]
        + deviations.map { $0.diagnostic(severity, at: path) })
  }

  /// Of a file that lacks its source or its options: altered when it must have had them, else nothing is known.
  func withoutData(of file: PDFFile, _ carried: CarriedFiles) -> Verification {
    let had = carried.renderOptions != nil || carried.source != nil || !isEmpty || Verifier.shouldCarryFiles(file)
    guard had else { return verification(.unproven) }
    var comparison = self
    comparison.add(.incomplete)
    return comparison.verification(.altered)
  }
}
