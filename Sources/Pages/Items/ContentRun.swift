/// Items that follow one another on a page and have one owner: what one marked-content sequence encloses
/// (ISO 32000-1, 14.6).
public struct ContentRun: Sendable {
  public let owner: Owner
  /// Positions in the frame's items; never empty.
  public let items: Range<Int>
}

extension Page {
  /// All the page's items in runs, in the order they are drawn. A picture is always a run of its own: it has no colour
  /// to tell by where it begins (`ContentShade`).
  public var runs: [ContentRun] {
    let items = frame.items
    var runs: [ContentRun] = []
    var start = 0
    while start < items.count {
      let owner = items[start].owner
      let end =
        items[start].item.isImage
        ? start + 1 : items[start...].firstIndex { $0.owner != owner || $0.item.isImage } ?? items.count
      runs.append(ContentRun(owner: owner, items: start..<end))
      start = end
    }
    return runs
  }
}

extension Item {
  /// Whether it is a picture.
  public var isImage: Bool { if case .image = self { true } else { false } }
}
