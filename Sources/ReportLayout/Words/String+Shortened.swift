extension String {
  /// In characters: about what the pane beside the pages, or a tip over a link, shows of a line.
  private static let longestTitle = 60

  /// Cut behind a word, with an ellipsis, where it is longer than a line beside the pages.
  var shortened: String { shortened(to: String.longestTitle) }

  /// Cut so where it is longer than so many characters.
  func shortened(to most: Int) -> String {
    guard count > most else { return self }
    let head = prefix(most - 1)
    var words = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    while let last = words.last, !last.isLetter, !last.isNumber { words = words.dropLast() }
    return words + "\u{2026}"
  }
}
