/// Finds the activities of two years that are the same.
///
/// Two are the same when their names have the same words, order, endings, accents and numbers aside, and no other activity
/// of either year has these; or has them in the same writing. A word that one name has and the other lacks is what tells
/// neighbours apart (`cursos`, `cursos para mujeres`), however alike the rest is: from 0.45 on two may be the same. A name
/// of a single word says too little alone; then the objectives must be alike as well.
struct YearMatching {
  /// For names of one word.
  private static let sure = 0.72
  private static let possible = 0.45
  /// Candidates shown for one activity.
  private static let mostCandidates = 3

  private let similarity: Similarity
  private let scores: [[Double]]
  private let numbers: (current: [String], previous: [String])
  private(set) var pairs: [YearOnYear.Pair] = []
  private(set) var free: (current: [Int], previous: [Int])

  init(_ report: Report, _ previous: PreviousYear) {
    let similarity = Similarity(
      report.activities.map { Similarity.Entry(name: $0.name.value, objective: $0.objective?.value) },
      previous.activities.map { Similarity.Entry(name: $0.name, objective: $0.objective) })
    self.similarity = similarity
    scores = report.activities.indices.map { a in previous.activities.indices.map { similarity.score(a, $0) } }
    free = (Array(report.activities.indices), Array(previous.activities.indices))
    numbers = (
      YearMatching.numbers(report.activities.map { $0.number?.value }),
      YearMatching.numbers(previous.activities.map(\.number))
    )
  }

  /// Their places where none has a number.
  private static func numbers(_ written: [String?]) -> [String] {
    written.contains { $0 != nil } ? written.map { $0 ?? "" } : written.indices.map { "\($0 + 1)" }
  }

  /// Takes what the office says; returns what it says of activities that are not there.
  mutating func settle(_ settled: [SettledMatch]) -> [SettledMatch] {
    var unusable: [SettledMatch] = []
    for match in settled {
      guard let current = index(of: match.current, in: numbers.current), free.current.contains(current) else {
        unusable.append(match)
        continue
      }
      guard let number = match.previous else {
        barred.insert(current)
        continue
      }
      guard let previous = index(of: number, in: numbers.previous), free.previous.contains(previous) else {
        unusable.append(match)
        continue
      }
      take(current, previous, likeness: nil)
    }
    return unusable
  }

  /// Activities the office says are new.
  private var barred: Set<Int> = []

  private func index(of number: String, in numbers: [String]) -> Int? {
    let found = numbers.indices.filter { numbers[$0] == number }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func take(_ current: Int, _ previous: Int, likeness: Int?) {
    pairs.append(YearOnYear.Pair(current: current, previous: previous, likeness: likeness))
    pairs.sort { $0.current < $1.current }
    free.current.removeAll { $0 == current }
    free.previous.removeAll { $0 == previous }
  }

  mutating func match() {
    // Judged all against all before any is taken: which pairs are found does not depend on their order.
    let (columns, rows) = (open, free.previous)
    let found = columns.flatMap { a in rows.filter { isSure(a, $0, columns, rows) }.map { (a, $0) } }
    for (a, b) in found { take(a, b, likeness: likeness(a, b)) }
  }

  private var open: [Int] { free.current.filter { !barred.contains($0) } }

  private func isSure(_ a: Int, _ b: Int, _ columns: [Int], _ rows: [Int]) -> Bool {
    let (name, other) = (similarity.current[a], similarity.previous[b])
    guard !name.words.stems.isEmpty, name.words == other.words,
      name.words.stems.count > 1 || scores[a][b] >= YearMatching.sure
    else { return false }
    return isOnly(columns, rows) { $0.words == name.words }
      || name.written == other.written && isOnly(columns, rows) { $0.written == name.written }
  }

  /// Whether one activity of each year is so.
  private func isOnly(_ columns: [Int], _ rows: [Int], _ isSo: (Similarity.Entry) -> Bool) -> Bool {
    columns.count { isSo(similarity.current[$0]) } == 1 && rows.count { isSo(similarity.previous[$0]) } == 1
  }

  private func likeness(_ a: Int, _ b: Int) -> Int { Int((scores[a][b] * 100).rounded()) }

  /// What is left and may be the same.
  func candidates() -> [YearOnYear.Pair] {
    open.flatMap { a in
      free.previous.filter { scores[a][$0] >= YearMatching.possible }
        .sorted { scores[a][$0] > scores[a][$1] }
        .prefix(YearMatching.mostCandidates)
        .map { YearOnYear.Pair(current: a, previous: $0, likeness: likeness(a, $0)) }
    }
  }
}
