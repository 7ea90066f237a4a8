import Pages

/// Where head, body and foot stand on the first page; even pages of a duplex print are moved as a whole
/// (`LayoutOptions.shift`).
struct PageGeometry {
  let left: Length
  let right: Length
  /// The running head's first baseline, the middle of its logos, and the rule under it.
  let headBaseline: Length
  let logoMiddle: Length
  let headRule: Length
  let body: Rect
  let footRule: Length
  let footBaseline: Length

  /// - Parameter headLines: how many lines the head has on the side that has more.
  init(_ options: LayoutOptions, _ page: PageMeasures, headLines: Int) {
    let (paper, margins) = (options.paper.size, options.pageMargins)
    left = margins.left
    right = paper.width - margins.right
    let lines = page.headRise + page.headLeading * Double(headLines - 1)
    let hasLogo = options.logos.left != nil || options.logos.right != nil
    let height = hasLogo ? max(lines, page.logo.height) : lines
    headBaseline = margins.top + (height - lines) / 2 + page.headRise
    logoMiddle = margins.top + height / 2
    headRule = margins.top + height + page.headGap
    footBaseline = paper.height - margins.bottom - page.footRise
    footRule = footBaseline - page.footRuleRise
    let top = headRule + page.bodyTopGap
    body = Rect(x: left, y: top, width: right - left, height: footRule - page.bodyBottomGap - top)
  }
}

extension LayoutOptions {
  /// Whether paper and margins leave enough room for a table and for charts.
  public var hasRoom: Bool {
    let page = PageMeasures()
    let body = PageGeometry(self, page, headLines: HeadLines.most).body
    return body.width >= page.leastBody.width && body.height >= page.leastBody.height
  }
}
