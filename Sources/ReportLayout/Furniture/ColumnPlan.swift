import Pages

/// Blocks one below the other in columns, over as many pages as it takes.
enum ColumnPlan {
  /// For each page its columns, each a range of the blocks. The last page's columns are as even as can be.
  static func pages(_ heights: [Length], columns: Int, first: Length, later: Length) -> [[Range<Int>]] {
    var pages: [[Range<Int>]] = []
    var start = 0
    while start < heights.count {
      let room = pages.isEmpty ? first : later
      var page = fill(heights, from: start, columns, room)
      if let end = page.last?.upperBound, end == heights.count {
        var even = heights[start...].reduce(.zero, +) / Double(columns)
        while even < room {
          page = fill(heights, from: start, columns, even)
          if page.last?.upperBound == heights.count { break }
          even = even + .pt(4)
        }
        if page.last?.upperBound != heights.count { page = fill(heights, from: start, columns, room) }
      }
      pages.append(page)
      start = page.last?.upperBound ?? heights.count
    }
    return pages
  }

  private static func fill(_ heights: [Length], from start: Int, _ columns: Int, _ room: Length) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var next = start
    for _ in 0..<columns where next < heights.count {
      var (end, used) = (next, Length.zero)
      while end < heights.count, end == next || used + heights[end] <= room {
        used = used + heights[end]
        end += 1
      }
      ranges.append(next..<end)
      next = end
    }
    return ranges
  }
}
