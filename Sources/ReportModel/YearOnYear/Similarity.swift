/// How alike the activities of two years are, by their words: Dice's coefficient, in which a word weighs the more the
/// fewer activities have it.
struct Similarity {
  struct Entry {
    /// Of the name.
    let words: ActivityWords
    let objective: ActivityWords
    /// All words of the name, numbers included.
    let written: [String]

    init(name: String, objective: String?) {
      words = ActivityWords(name)
      self.objective = ActivityWords(objective ?? "")
      written = FoldedText.words(of: name)
    }
  }

  let current: [Entry]
  let previous: [Entry]
  private let names: Rarity
  private let objectives: Rarity

  private static let nameShare = 0.65

  init(_ current: [Entry], _ previous: [Entry]) {
    self.current = current
    self.previous = previous
    names = Rarity((current + previous).map(\.words))
    objectives = Rarity((current + previous).map(\.objective))
  }

  /// Of names and objectives together, 0…1.
  func score(_ a: Int, _ b: Int) -> Double {
    let (a, b) = (current[a], previous[b])
    let name = names.dice(a.words, b.words)
    // Where one year says no objective, the names alone decide.
    guard !a.objective.stems.isEmpty, !b.objective.stems.isEmpty else { return name }
    return Similarity.nameShare * name + (1 - Similarity.nameShare) * objectives.dice(a.objective, b.objective)
  }
}

/// What each word weighs: the root of how many texts there are for one that has it. A root and no logarithm, since it is
/// the same to the last bit on every machine (IEEE 754, 5.4.1).
private struct Rarity {
  private let weights: [String: Double]

  init(_ texts: [ActivityWords]) {
    var counts: [String: Int] = [:]
    for text in texts { for stem in text.stems { counts[stem, default: 0] += 1 } }
    weights = counts.mapValues { (Double(texts.count) / Double($0)).squareRoot() }
  }

  func dice(_ a: ActivityWords, _ b: ActivityWords) -> Double {
    let all = weight(a.stems) + weight(b.stems)
    return all > 0 ? 2 * weight(a.stems.intersection(b.stems)) / all : 0
  }

  /// Added in one order, for sums of binary fractions depend on it.
  private func weight(_ stems: Set<String>) -> Double {
    stems.map { weights[$0] ?? 0 }.sorted().reduce(0, +)
  }
}
