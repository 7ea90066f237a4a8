import Pages

/// A piece of the summary's lists, never divided: a heading, a row, a line. It can be set in a column of any width.
struct SummaryBlock: Sendable {
  /// The list it belongs to; nil for what stands alone.
  var list: Int?
  /// Whether it may not be the last of its column.
  var keepsWithNext = false
  /// Space above it, but at the top of a column.
  var gap = Length.zero
  /// Whether its row may be stretched.
  var stretches = false
  let height: @Sendable (_ width: Length) -> Length
  /// Draws it in a box as wide as the column and as high as given.
  let draw:
    @Sendable (_ box: Rect, _ parent: StructureElement.ID, _ page: inout Page, _ builder: inout DocumentBuilder) -> Void
}

/// Blocks stacked in a column.
struct BlockStack {
  /// Which blocks, and the height each takes.
  private(set) var blocks: [(index: Int, top: Length, height: Length)] = []
  private(set) var used = Length.zero

  /// As many of `blocks` from `start` on as fit; at least one, so that there is always an end.
  init(_ blocks: [SummaryBlock], from start: Int, width: Length, height: Length) {
    var end = start
    while end < blocks.count {
      let gap = end == start ? Length.zero : blocks[end].gap
      let needed = blocks[end].height(width)
      guard end == start || used + gap + needed <= height else { break }
      self.blocks.append((end, used + gap, needed))
      used = used + gap + needed
      end += 1
    }
    // No heading at the foot, as long as something else stands above it.
    while end < blocks.count, let last = self.blocks.last, self.blocks.count > 1, blocks[last.index].keepsWithNext {
      self.blocks.removeLast()
      used = last.top
      end -= 1
    }
  }

  var end: Int { (blocks.last?.index ?? -1) + 1 }

  /// Shares out room that is left among the rows.
  mutating func stretch(_ all: [SummaryBlock], to height: Length, most: Length) {
    let count = blocks.count { all[$0.index].stretches }
    guard count > 0 else { return }
    let extra = max(.zero, min(most, (height - used) / Double(count)))
    var shift = Length.zero
    for position in blocks.indices {
      blocks[position].top = blocks[position].top + shift
      guard all[blocks[position].index].stretches else { continue }
      blocks[position].height = blocks[position].height + extra
      shift = shift + extra
    }
    used = used + shift
  }
}
