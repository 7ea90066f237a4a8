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
  private let names: WordOverlap
  private let objectives: WordOverlap

  private static let nameShare = 0.65

  init(_ current: [Entry], _ previous: [Entry]) {
    self.current = current
    self.previous = previous
    names = WordOverlap(current.map(\.words), previous.map(\.words))
    objectives = WordOverlap(current.map(\.objective), previous.map(\.objective))
  }

  /// Of names and objectives together, 0…1.
  func score(_ current: Int, _ previous: Int) -> Double {
    score(current, previous, names.coefficient(current, previous), objectives.coefficient(current, previous))
  }

  /// The same with every activity of the year before.
  func scores(_ current: Int) -> [Double] {
    let (name, objective) = (names.coefficients(current), objectives.coefficients(current))
    return previous.indices.map { score(current, $0, name[$0], objective[$0]) }
  }

  private func score(_ current: Int, _ previous: Int, _ name: Double, _ objective: Double) -> Double {
    // Where one year says no objective, the names alone decide.
    let namesAlone = self.current[current].objective.stems.isEmpty || self.previous[previous].objective.stems.isEmpty
    return namesAlone ? name : Similarity.nameShare * name + (1 - Similarity.nameShare) * objective
  }
}
