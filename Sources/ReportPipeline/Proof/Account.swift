import PDFReading
import Pages
import ReportModel

/// What was found to differ so far, on the way to a verdict.
struct Account {
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

  /// What no reader sees: the bytes themselves, and revisions that were put behind them.
  mutating func addPacking(found: [UInt8], expected: [UInt8]) {
    if Account.endings(found) > Account.endings(expected) { add(.revision) }
    guard isEmpty else { return }
    add(.bytes(offset: zip(found, expected).prefix { $0 == $1 }.count))
  }

  /// Each revision of a file ends with the same word (ISO 32000-1, 7.5.6).
  private static func endings(_ bytes: [UInt8]) -> Int {
    bytes.split(separator: UInt8(ascii: "%")).count { $0.starts(with: "EOF".utf8) }
  }

  func verification(_ verdict: Verification.Verdict, _ recipe: Recipe?) -> Verification {
    // Told apart from its source, a report is no proof however it was made.
    let verdict = verdict == .identical && !isEmpty ? .altered : verdict
    let severity: Diagnostic.Severity = verdict == .altered ? .error : .note
    return Verification(
      verdict: verdict,
      diagnostics: [verdict.diagnostic(recipe, isAgainstInput: isAgainstInput, at: path)]
        + deviations.map { $0.diagnostic(severity, at: path) })
  }

  /// Of a file that lacks its source or its options: altered when it must have had them, else nothing is known.
  func withoutData(of file: PDFFile, _ carried: CarriedFiles) -> Verification {
    let states = file.information("Keywords")?.contains(CanonicalData.keywordPrefix) ?? false
    let had =
      carried.recipe != nil || carried.source != nil || !isEmpty
      || states && PDFStandard(archivePart: file.archivePart).carriesFiles
    guard had else { return verification(.unproven, nil) }
    var account = self
    account.add(.incomplete)
    return account.verification(.altered, nil)
  }
}
