/// A header's letters and digits alone, in capitals without accents: `META PROGRAMA DA` and `Meta programada` have the
/// same key, however the cell was wrapped.
struct HeaderKey: Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(_ text: String) {
    var key = ""
    for scalar in text.uppercased().unicodeScalars {
      if let plain = HeaderKey.plain[scalar] {
        key.append(plain)
      } else if scalar != "º", scalar != "ª",
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
      {
        key.unicodeScalars.append(scalar)
      } else if scalar == "#" || scalar == "%" {
        key.unicodeScalars.append(scalar)
      }
    }
    description = key
  }

  var isEmpty: Bool { description.isEmpty }

  private static let plain: [Unicode.Scalar: Character] = [
    "Á": "A", "À": "A", "Ä": "A", "Â": "A", "É": "E", "È": "E", "Ë": "E", "Ê": "E", "Í": "I", "Ì": "I", "Ï": "I",
    "Ó": "O", "Ò": "O", "Ö": "O", "Ô": "O", "Ú": "U", "Ù": "U", "Ü": "U", "Û": "U", "Ñ": "N", "Ç": "C",
  ]

  /// Whether this is `word` with one slip of the keyboard: a letter too many, missing, wrong, or two exchanged. Words of
  /// four letters may have two exchanged (`PORG`), shorter ones must be exact.
  func isSlip(of word: HeaderKey) -> Bool {
    let (a, b) = (Array(description.utf8), Array(word.description.utf8))
    let shorter = min(a.count, b.count)
    guard shorter >= 4, abs(a.count - b.count) <= 1 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let (restA, restB) = (a[start...], b[start...])
    if a.count == b.count {
      let isExchange =
        restA.count >= 2 && restA.dropFirst(2) == restB.dropFirst(2) && restA.first == restB.dropFirst().first
        && restA.dropFirst().first == restB.first
      return isExchange || shorter > 4 && restA.dropFirst().elementsEqual(restB.dropFirst())
    }
    guard shorter > 4 else { return false }
    return a.count > b.count
      ? restA.dropFirst().elementsEqual(restB) : restB.dropFirst().elementsEqual(restA)
  }
}
