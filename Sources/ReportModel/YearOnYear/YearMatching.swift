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
  private let numbers: (current: [String], previous: [String])
  private(set) var pairs: [YearOnYear.Pair] = []
  private(set) var free: (current: [Int], previous: [Int])

  init(_ report: Report, _ previous: PreviousYear) {
    similarity = Similarity(
      report.activities.map { Similarity.Entry(name: $0.name.value, objective: $0.objective?.value) },
      previous.activities.map { Similarity.Entry(name: $0.name, objective: $0.objective) })
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
      take([YearOnYear.Pair(current: current, previous: previous, likeness: nil)])
    }
    return unusable
  }

  /// Activities the office says are new.
  private var barred: Set<Int> = []

  private func index(of number: String, in numbers: [String]) -> Int? {
    let found = numbers.indices.filter { numbers[$0] == number }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func take(_ found: [YearOnYear.Pair]) {
    pairs = (pairs + found).sorted { $0.current < $1.current }
    let (current, previous) = (Set(found.map(\.current)), Set(found.map(\.previous)))
    free.current.removeAll(where: current.contains)
    free.previous.removeAll(where: previous.contains)
  }

  mutating func match() {
    // Judged all against all before any is taken: which pairs are found does not depend on their order.
    let (columns, rows) = (open, free.previous)
    let byWords = only(columns, rows, \.words)
    let byWriting = only(columns, rows, \.written)
    take(
      columns.compactMap { current in
        guard let previous = byWords[current] ?? byWriting[current], isSure(current, previous) else { return nil }
        return YearOnYear.Pair(current: current, previous: previous, likeness: likeness(current, previous))
      })
  }

  private var open: [Int] { free.current.filter { !barred.contains($0) } }

  /// Activities that share with one of the year before what no other of either year has.
  private func only<Key: Hashable>(
    _ columns: [Int], _ rows: [Int], _ key: (Similarity.Entry) -> Key
  ) -> [Int: Int] {
    let current = Dictionary(grouping: columns) { key(similarity.current[$0]) }
    let previous = Dictionary(grouping: rows) { key(similarity.previous[$0]) }
    var pairs: [Int: Int] = [:]
    for (key, found) in current where found.count == 1 {
      if let other = previous[key], other.count == 1 { pairs[found[0]] = other[0] }
    }
    return pairs
  }

  private func isSure(_ current: Int, _ previous: Int) -> Bool {
    switch similarity.current[current].words.stems.count {
    case 0: false
    case 1: similarity.score(current, previous) >= YearMatching.sure
    default: true
    }
  }

  private func likeness(_ current: Int, _ previous: Int) -> Int {
    YearMatching.likeness(similarity.score(current, previous))
  }

  private static func likeness(_ score: Double) -> Int { Int((score * 100).rounded()) }

  /// What is left and may be the same.
  func candidates() -> [YearOnYear.Pair] {
    open.flatMap { current in
      let scores = similarity.scores(current)
      return free.previous.filter { scores[$0] >= YearMatching.possible }
        .sorted { scores[$0] > scores[$1] }
        .prefix(YearMatching.mostCandidates)
        .map { YearOnYear.Pair(current: current, previous: $0, likeness: YearMatching.likeness(scores[$0])) }
    }
  }
}
