/// Items that follow one another on a page and have one owner: what one marked-content sequence encloses
/// (ISO 32000-1, 14.6).
public struct ContentRun: Sendable {
  public let owner: Owner
  /// Positions in the frame's items; never empty.
  public let items: Range<Int>
}

extension Page {
  /// All the page's items in runs, in the order they are drawn.
  public var runs: [ContentRun] {
    let items = frame.items
    var runs: [ContentRun] = []
    var start = 0
    while start < items.count {
      let owner = items[start].owner
      let end = items[start...].firstIndex { $0.owner != owner } ?? items.count
      runs.append(ContentRun(owner: owner, items: start..<end))
      start = end
    }
    return runs
  }
}
