import CHyphen
import Glibc
import HyphenationPatterns
import Workers

/// Languages there are hyphenation patterns for.
public enum HyphenationLanguage: String, Hashable, Sendable {
  case spanish
  case english

  fileprivate var patterns: HyphenationPatterns {
    self == .spanish ? hyphenationPatternsSpanish : hyphenationPatternsEnglish
  }
}

/// Finds where words may be hyphenated, with libhyphen. Patterns are read when the first word asks for them.
///
/// Only plain words are hyphenated: a stretch of five letters or more, with at most punctuation around it. Numbers,
/// abbreviations, addresses and codes stay whole.
final class Hyphenator: Sendable {
  private let language: HyphenationLanguage
  private let state = Monitor<State>(State())

  private struct State {
    var dictionary: HyphenationDictionary?
    var known: [String: [Int]] = [:]
  }

  init(_ language: HyphenationLanguage) { self.language = language }

  /// UTF-8 offsets, ascending; at least two letters before each and three behind.
  func points(of word: String) -> [Int] {
    guard let letters = Hyphenator.letters(of: word) else { return [] }
    let (known, dictionary) = state.withLock { state in
      let dictionary = state.dictionary ?? HyphenationDictionary(language.patterns)
      state.dictionary = dictionary
      return (state.known[word], dictionary)
    }
    if let known { return known }
    let points = dictionary?.points(of: word, letters) ?? []
    state.withLock { $0.known[word] = points }
    return points
  }

  /// The stretch of letters in `word`; nil when there is none of five or more, or anything but punctuation around it.
  private static func letters(of word: String) -> Range<String.Index>? {
    let scalars = word.unicodeScalars
    guard let first = scalars.firstIndex(where: isLetter), let last = scalars.lastIndex(where: isLetter) else {
      return nil
    }
    let end = scalars.index(after: last)
    let stretch = scalars[first..<end]
    let around = scalars[..<first].count + scalars[end...].count
    let isPlain = stretch.allSatisfy(isLetter) && !scalars.contains(where: isNumber)
    return stretch.count >= 5 && around <= 3 && isPlain ? first..<end : nil
  }

  /// Most letters need no look at Unicode's tables: those of ASCII, and from À to ɏ all but two signs.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
  }
}

/// Owner of libhyphen's dictionary, which is only read once it is loaded: hence the unchecked conformance.
private final class HyphenationDictionary: @unchecked Sendable {
  private let dictionary: UnsafeMutablePointer<HyphenDict>

  /// nil when the patterns cannot be read, which the tests rule out for the embedded ones.
  init?(_ patterns: HyphenationPatterns) {
    let bytes = UnsafeMutableRawPointer(mutating: patterns.bytes)
    guard let file = fmemopen(bytes, Int(patterns.size), "r") else { return nil }
    defer { fclose(file) }
    guard let dictionary = hnj_hyphen_load_file(file) else { return nil }
    self.dictionary = dictionary
  }

  deinit { hnj_hyphen_free(dictionary) }

  func points(of word: String, _ letters: Range<String.Index>) -> [Int] {
    // libhyphen knows lower case only; a letter whose lower case has another length would shift the offsets.
    let plain = String(word[letters])
    let lower = plain.lowercased()
    guard lower.utf8.count == plain.utf8.count else { return [] }
    let marks = marks(of: lower)
    let base = word.utf8.distance(from: word.startIndex, to: letters.lowerBound)
    var points: [Int] = []
    var letter = 0
    let count = lower.unicodeScalars.count
    var offset = 0
    for scalar in lower.unicodeScalars {
      offset += UTF8.width(scalar)
      letter += 1
      // libhyphen marks the last letter before a hyphen with an odd digit, one mark a character.
      if marks[letter - 1] & 1 == 1, letter >= 2, count - letter >= 3 { points.append(base + offset) }
    }
    return points
  }

  private func marks(of word: String) -> [CChar] {
    let size = word.utf8.count
    var marks = [CChar](repeating: 0, count: size + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let failed = hnj_hyphen_hyphenate2(dictionary, word, Int32(size), &marks, nil, &replacements, &positions, &cuts)
    if let replacements {
      for index in 0..<size { free(replacements[index]) }
      free(replacements)
    }
    free(positions)
    free(cuts)
    return failed == 0 ? marks : [CChar](repeating: 0, count: size + 5)
  }
}
