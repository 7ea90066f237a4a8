/// How much of their words texts of two years share: Dice's coefficient, in which a word weighs the root of how many texts
/// there are for one that has it. A root and no logarithm, since it is the same to the last bit on every machine (IEEE 754,
/// 5.4.1).
///
/// Each word knows the texts that have it, so that thousands are compared with thousands by the words they share alone.
struct WordOverlap {
  /// Words as places in the order of their weight: sums of binary fractions depend on their order.
  private let current: [[Int]]
  private let weights: [Double]
  /// For each word, the texts of the year before that have it.
  private let places: [[Int]]
  /// Of all words of a text.
  private let totals: (current: [Double], previous: [Double])

  init(_ current: [ActivityWords], _ previous: [ActivityWords]) {
    var counts: [String: Int] = [:]
    for text in current + previous { for stem in text.stems { counts[stem, default: 0] += 1 } }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let weights = ordered.map { (Double(current.count + previous.count) / Double($0.value)).squareRoot() }
    let ranks = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.key, $0) })
    func words(_ text: ActivityWords) -> [Int] { text.stems.compactMap { ranks[$0] }.sorted() }
    func total(_ words: [Int]) -> Double { words.reduce(0) { $0 + weights[$1] } }
    let (now, before) = (current.map(words), previous.map(words))
    var places: [[Int]] = Array(repeating: [], count: weights.count)
    for (index, text) in before.enumerated() { for word in text { places[word].append(index) } }
    self.current = now
    self.weights = weights
    self.places = places
    totals = (now.map(total), before.map(total))
  }

  /// Of a text with each of the year before, 0…1.
  func coefficients(_ index: Int) -> [Double] {
    var shared = Array(repeating: 0.0, count: totals.previous.count)
    for word in current[index] { for place in places[word] { shared[place] += weights[word] } }
    return shared.indices.map { coefficient(shared[$0], index, $0) }
  }

  /// Of a text with one of the year before.
  func coefficient(_ index: Int, _ place: Int) -> Double {
    let shared = current[index].reduce(0) { $0 + (places[$1].contains(place) ? weights[$1] : 0) }
    return coefficient(shared, index, place)
  }

  private func coefficient(_ shared: Double, _ index: Int, _ place: Int) -> Double {
    let all = totals.current[index] + totals.previous[place]
    return all > 0 ? 2 * shared / all : 0
  }
}
