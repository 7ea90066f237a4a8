/// Items that follow one another on a page and have one owner: what one marked-content sequence encloses
/// (ISO 32000-1, 14.6).
public struct ContentRun: Sendable {
  public let owner: Owner
  /// What is drawn, in order; never empty.
  public let items: ArraySlice<PlacedItem>
  /// The word that is drawn, where a line's end divides it: read and searched as one, without its hyphen
  /// (ISO 32000-1, 14.9.4).
  public let word: String?
  /// Whether it stands with what many pages repeat (`Page.furniture`).
  public let isFurniture: Bool
}

extension Page {
  /// All that is drawn on the page in runs, in order, the furniture last. A picture is always a run of its own: it has no
  /// colour to tell by where it begins (`ContentShade`).
  public var runs: [ContentRun] {
    ContentRun.runs(frame.items, isFurniture: false) + ContentRun.runs(furniture.items, isFurniture: true)
  }
}

extension ContentRun {
  fileprivate static func runs(_ items: [PlacedItem], isFurniture: Bool) -> [ContentRun] {
    let pieces = DividedWords.pieces(of: items)
    var runs: [ContentRun] = []
    var start = 0
    while start < pieces.items.count {
      let owner = pieces.items[start].owner
      var end = start + 1
      if let word = pieces.words[start] {
        end = start + word.count
      } else if !pieces.items[start].item.isImage {
        while end < pieces.items.count, pieces.items[end].owner == owner, !pieces.items[end].item.isImage,
          pieces.words[end] == nil
        {
          end += 1
        }
      }
      runs.append(
        ContentRun(
          owner: owner, items: pieces.items[start..<end], word: pieces.words[start]?.text, isFurniture: isFurniture))
      start = end
    }
    return runs
  }
}

extension Item {
  /// Whether it is a picture.
  public var isImage: Bool { if case .image = self { true } else { false } }
}
