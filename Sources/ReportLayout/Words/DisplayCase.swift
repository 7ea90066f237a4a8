/// Capitals of headers set as words: `NOV/DICIEMBRE` → `Nov/Diciembre`. Only for period labels; names of offices and
/// activities stay as written, for capitals may be an acronym.
enum DisplayCase {
  static func words(_ label: String) -> String {
    guard label == label.uppercased() else { return label }
    var result = ""
    var word = ""
    func flush() {
      result += isRoman(word) ? word : capitalised(word)
      word = ""
    }
    for character in label {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private static func capitalised(_ word: String) -> String {
    let connectives: Set<String> = ["A", "AL", "Y", "DE", "DEL"]
    if connectives.contains(word) { return word.lowercased() }
    return word.prefix(1) + word.dropFirst().lowercased()
  }

  private static func isRoman(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy("IVX".contains) }
}
