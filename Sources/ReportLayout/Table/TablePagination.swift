import Pages

/// Divides rows among pages.
///
/// A row goes on the page while it fits; a row that fits no page is split by lines, at least `fewestLines` on a page.
/// What follows the table (`tail`, heights of its rows) stays with at least two rows: if not even its first row fits
/// below the last one, the last two rows move on with it. What of the tail does not fit goes on by itself.
struct TablePagination {
  struct PlannedPage: Hashable {
    var rows: [RowSlice] = []
    /// Rows of the tail on this page.
    var tail: Range<Int> = 0..<0
  }

  let lines: [Int]
  let heights: [Length]
  /// Room for rows and tail on the first page and on the others, under the repeated head.
  let firstRoom: Length
  let room: Length
  /// Room on a page of the tail alone, which repeats no head.
  let tailRoom: Length
  let tail: [Length]
  let tailGap: Length
  let fewestLines: Int
  /// Height of a slice of so many lines.
  let sliceHeight: (Int) -> Length

  func pages() -> [PlannedPage] {
    var pages = [PlannedPage()]
    var left = firstRoom
    for row in heights.indices {
      if heights[row] > left, heights[row] <= room || lines[row] < fewestLines * 2 {
        if !pages[pages.count - 1].rows.isEmpty || left < room { (left, pages) = (room, pages + [PlannedPage()]) }
      }
      if heights[row] <= left {
        pages[pages.count - 1].rows.append(RowSlice(row: row, lines: 0..<lines[row], isFirst: true, isLast: true))
        left = left - heights[row]
      } else {
        split(row, &pages, &left)
      }
    }
    placeTail(&pages, left)
    return pages
  }

  private func split(_ row: Int, _ pages: inout [PlannedPage], _ left: inout Length) {
    var next = 0
    while next < lines[row] {
      let remaining = lines[row] - next
      var count = min(remaining, linesFitting(left))
      if count < min(fewestLines, remaining), left < room {
        pages.append(PlannedPage())
        left = room
        continue
      }
      count = max(count, 1)
      let end = next + count
      pages[pages.count - 1].rows.append(
        RowSlice(row: row, lines: next..<end, isFirst: next == 0, isLast: end == lines[row]))
      left = left - sliceHeight(count)
      next = end
    }
  }

  private func linesFitting(_ room: Length) -> Int {
    let (one, two) = (sliceHeight(1), sliceHeight(2))
    guard room >= one else { return 0 }
    return 1 + Int(((room - one) / (two - one) + 1e-9).rounded(.down))
  }

  private func placeTail(_ pages: inout [PlannedPage], _ left: Length) {
    var left = left - tailGap
    guard let first = tail.first else { return }
    let whole = pages[pages.count - 1].rows.suffix(2)
    let moved = whole.reduce(Length.zero) { $0 + sliceHeight($1.lines.count) }
    let movable = whole.count == 2 && whole.allSatisfy { $0.isFirst && $0.isLast }
    if first > left, movable, pages[pages.count - 1].rows.count > 2, moved + tailGap + first <= room {
      pages[pages.count - 1].rows.removeLast(2)
      pages.append(PlannedPage(rows: Array(whole)))
      left = room - moved - tailGap
    }
    var next = 0
    while next < tail.count {
      var end = next
      while end < tail.count, tail[end] <= left {
        left = left - tail[end]
        end += 1
      }
      pages[pages.count - 1].tail = next..<end
      guard end < tail.count else { return }
      if end == next, left >= tailRoom { end += 1 }
      next = end
      pages.append(PlannedPage())
      left = tailRoom
    }
  }
}
