import Pages

/// A page of the table: parts of it one below the other, and what stands under the last.
struct TablePage {
  struct Block {
    /// Index of the part.
    let part: Int
    let rows: [RowSlice]
    /// Whether the part began on a page before.
    let isContinued: Bool
  }

  var blocks: [Block] = []
  /// Pieces of the tail.
  var tail: Range<Int> = 0..<0
}

/// How many pages a table takes, and what goes on each.
///
/// A part begins a page, unless all of it fits below the part before.
struct TablePlan {
  private let context: Context
  private let head: TableHead
  private let parts: [TablePart]
  private let heading: Length
  /// Title and texts above the table on its first page.
  private let opening: Length
  /// With whole labels, and with initials, which the tail explains.
  private let tails: [Bool: [ClosingBlock]]

  init(_ context: Context, _ parts: [TablePart]) {
    self.context = context
    self.parts = parts
    head = TableHead(context)
    heading = TablePlan.heading(context).height
    opening = TablePlan.opening(context)
    var tails: [Bool: [ClosingBlock]] = [:]
    for initials in [false, true] { tails[initials] = TableNotes.blocks(context, usesInitials: initials) }
    self.tails = tails
  }

  /// Baseline and height of the heading above the table.
  static func heading(_ context: Context) -> (baseline: Length, height: Length) {
    let size = context.theme.table.heading.size
    return (size * 0.85, size * 0.85 + context.theme.table.headingGap)
  }

  /// Height of the title and the texts above the table on its first page.
  static func opening(_ context: Context) -> Length {
    cutTexts(context).reduce(DocumentTitle(context: context).height) { $0 + $1.height + context.theme.table.headingGap }
  }

  /// What the running head had to cut, whole.
  static func cutTexts(_ context: Context) -> [TextBlock] {
    let table = context.theme.table
    return PageFurniture(setting: context.setting).cutTexts.map {
      context.block($0, table.note, context.theme.ink.text, leading: table.noteLeading, width: context.body.width)
    }
  }

  func tail(_ geometries: [TableGeometry]) -> [ClosingBlock] {
    tails[geometries.contains(where: \.usesInitials)] ?? []
  }

  func pages(_ geometries: [TableGeometry]) -> [TablePage] {
    let tail = tail(geometries).map(\.height)
    var (pages, left) = ([TablePage](), Length.zero)
    for (part, geometry) in zip(parts, geometries) {
      let partTail = part.isLast ? tail : []
      if let below = stacked(part, geometry, partTail, on: pages.last, left) {
        pages[pages.count - 1] = below.page
        left = below.left
      } else {
        let planned = pagination(part, geometry, partTail).pages()
        pages += planned.enumerated().map { index, page in
          let block = TablePage.Block(part: part.index, rows: page.rows, isContinued: index > 0)
          return TablePage(blocks: page.rows.isEmpty ? [] : [block], tail: page.tail)
        }
        left = planned.last?.left ?? .zero
      }
    }
    return pages
  }

  /// The page with the whole part on it too, and what is then left; nil where it does not fit.
  private func stacked(
    _ part: TablePart, _ geometry: TableGeometry, _ tail: [Length], on page: TablePage?, _ left: Length
  ) -> (page: TablePage, left: Length)? {
    guard var page, part.index > 0 else { return nil }
    let rows = geometry.rowLines.reduce(Length.zero) { $0 + geometry.height(lines: $1) }
    let below = tail.isEmpty ? Length.zero : tail.reduce(context.theme.table.noteGap, +)
    let left = left - context.theme.table.partGap - head.height(geometry) - rows - below
    guard left >= .zero else { return nil }
    let slices = geometry.rowLines.enumerated().map {
      RowSlice(row: $0, lines: 0..<$1, isFirst: true, isLast: true)
    }
    page.blocks.append(TablePage.Block(part: part.index, rows: slices, isContinued: false))
    page.tail = tail.indices
    return (page, left)
  }

  private func pagination(_ part: TablePart, _ geometry: TableGeometry, _ tail: [Length]) -> TablePagination {
    let table = context.theme.table
    let below = context.body.height - heading
    let room = below - head.height(geometry)
    return TablePagination(
      lines: geometry.rowLines, firstRoom: part.isFirst ? room - opening : room, room: room, tailRoom: below,
      tail: tail, tailGap: table.noteGap, fewestLines: table.fewestLines, height: geometry.height(lines:))
  }
}
