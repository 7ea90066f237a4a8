/// A table row on one page: whole, or some of its lines where the row alone is taller than a page.
struct RowSlice: Hashable, Sendable {
  let row: Int
  /// Lines of the text columns shown here.
  let lines: Range<Int>
  let isFirst: Bool
  let isLast: Bool
}
