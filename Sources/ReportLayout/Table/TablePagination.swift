import Pages

/// Divides the rows of one part among pages.
///
/// A row goes on the page while it fits; a row that fits no page is split by lines, at least `fewestLines` on a page.
/// What follows the table (`tail`, heights of its pieces) stays with at least two rows of it: where it does not fit
/// whole below the last row, the last two rows move on with it (one, or the last lines of one, where there are no
/// more). A tail that is longer than a page goes on by itself, its last piece never alone.
struct TablePagination {
  struct PlannedPage: Hashable {
    var rows: [RowSlice] = []
    /// Pieces of the tail on this page.
    var tail: Range<Int> = 0..<0
    /// What is left below them.
    var left: Length
  }

  let lines: [Int]
  /// Room for rows and tail on the first page and on the others, under the repeated head.
  let firstRoom: Length
  let room: Length
  /// Room on a page of the tail alone, which repeats no head.
  let tailRoom: Length
  let tail: [Length]
  let tailGap: Length
  let fewestLines: Int
  /// Height of a row or slice of so many lines.
  let height: (Int) -> Length

  func pages() -> [PlannedPage] {
    var pages = [PlannedPage(left: firstRoom)]
    for row in lines.indices { place(row, &pages) }
    placeTail(&pages)
    return pages
  }

  private func place(_ row: Int, _ pages: inout [PlannedPage]) {
    let needed = height(lines[row])
    let last = pages.count - 1
    if needed > pages[last].left, needed <= room || lines[row] < fewestLines * 2 {
      if !pages[last].rows.isEmpty || pages[last].left < room { pages.append(PlannedPage(left: room)) }
    }
    if needed <= pages[pages.count - 1].left {
      append(RowSlice(row: row, lines: 0..<lines[row], isFirst: true, isLast: true), to: &pages)
    } else {
      split(row, &pages)
    }
  }

  private func append(_ slice: RowSlice, to pages: inout [PlannedPage]) {
    pages[pages.count - 1].rows.append(slice)
    pages[pages.count - 1].left = pages[pages.count - 1].left - height(slice.lines.count)
  }

  private func split(_ row: Int, _ pages: inout [PlannedPage]) {
    var next = 0
    while next < lines[row] {
      let left = pages[pages.count - 1].left
      let remaining = lines[row] - next
      let count = min(remaining, linesFitting(left))
      if count < min(fewestLines, remaining), left < room {
        pages.append(PlannedPage(left: room))
        continue
      }
      let end = next + max(count, 1)
      append(RowSlice(row: row, lines: next..<end, isFirst: next == 0, isLast: end == lines[row]), to: &pages)
      next = end
    }
  }

  private func linesFitting(_ room: Length) -> Int {
    let (one, two) = (height(1), height(2))
    guard room >= one else { return 0 }
    return 1 + Int(((room - one) / (two - one) + 1e-9).rounded(.down))
  }
}

// What follows the table
extension TablePagination {
  private func placeTail(_ pages: inout [PlannedPage]) {
    guard !tail.isEmpty else { return }
    let whole = tail.reduce(tailGap, +)
    if whole > pages[pages.count - 1].left { moveLastRows(&pages, room: room - min(whole, room)) }
    pages[pages.count - 1].left = pages[pages.count - 1].left - tailGap
    var next = 0
    while next < tail.count {
      next = fill(from: next, &pages[pages.count - 1])
      if next < tail.count { pages.append(PlannedPage(left: tailRoom)) }
    }
    keepLastCompany(&pages)
  }

  /// Puts as many pieces as fit on a page; one at least where the page has nothing else.
  private func fill(from start: Int, _ page: inout PlannedPage) -> Int {
    var end = start
    while end < tail.count, tail[end] <= page.left || end == start && page.rows.isEmpty {
      page.left = page.left - tail[end]
      end += 1
    }
    page.tail = start..<end
    return end
  }

  /// Two rows, or one, or the last lines of one, begin a new page with the tail; `room` is what they may take there. A
  /// tail longer than a page needs only a place to begin.
  private func moveLastRows(_ pages: inout [PlannedPage], room free: Length) {
    let last = pages.count - 1
    let rows = pages[last].rows
    let begins = free == .zero && tailGap + tail[0] <= pages[last].left
    if begins { return }
    let limit = free == .zero ? room - tailGap - tail[0] : free
    for count in [2, 1] where rows.count > count {
      let moved = rows.suffix(count)
      guard moved.allSatisfy({ $0.isFirst && $0.isLast }) else { continue }
      let height = moved.reduce(Length.zero) { $0 + self.height($1.lines.count) }
      guard height <= limit else { continue }
      pages[last].rows.removeLast(count)
      pages[last].left = pages[last].left + height
      pages.append(PlannedPage(rows: Array(moved), left: room - height))
      return
    }
    moveLastLines(&pages, limit)
  }

  private func moveLastLines(_ pages: inout [PlannedPage], _ limit: Length) {
    let last = pages.count - 1
    guard let slice = pages[last].rows.last, slice.lines.count >= fewestLines * 2, height(fewestLines) <= limit
    else { return }
    let cut = slice.lines.upperBound - fewestLines
    pages[last].rows.removeLast()
    pages[last].left = pages[last].left + height(slice.lines.count)
    append(
      RowSlice(row: slice.row, lines: slice.lines.lowerBound..<cut, isFirst: slice.isFirst, isLast: false), to: &pages)
    pages.append(PlannedPage(left: room))
    append(
      RowSlice(row: slice.row, lines: cut..<slice.lines.upperBound, isFirst: false, isLast: slice.isLast), to: &pages)
  }

  /// The last piece takes the one before it along where it would stand alone on its page.
  private func keepLastCompany(_ pages: inout [PlannedPage]) {
    let last = pages.count - 1
    guard last > 0, pages[last].rows.isEmpty, pages[last].tail.count == 1, pages[last - 1].tail.count > 1,
      let moved = pages[last - 1].tail.last, tail[moved] <= pages[last].left
    else { return }
    pages[last - 1].tail.removeLast()
    pages[last].tail = moved..<pages[last].tail.upperBound
    pages[last].left = pages[last].left - tail[moved]
  }
}
