/// What may stand in a column of activity numbers: `3`, `1.1`, `2 bis`, `A-04`, `PbRM-08c`; not a sentence.
enum ActivityNumber {
  static func isPlausible(_ text: String) -> Bool {
    let text = text.collapsed
    return text.count <= 24 && text.split(separator: " ").count <= 3
  }
}
