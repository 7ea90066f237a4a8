import Pages
import ReportModel

/// Running head and foot of every page.
struct PageFurniture {
  let setting: Setting

  /// Whose the words of head and foot are: content on the first page, where they are the document's title, place and date;
  /// artifacts later, where they are said again.
  struct FurnitureOwners {
    var title = Owner.artifact(.pagination)
    var municipality = Owner.artifact(.pagination)
    var office = Owner.artifact(.pagination)
    var lines = Owner.artifact(.pagination)
    var leftLogo = Owner.artifact(.pagination)
    var rightLogo = Owner.artifact(.pagination)
    var data = Owner.artifact(.pagination)
    var issue = Owner.artifact(.pagination)

    var areContent: Bool { title != .artifact(.pagination) }

    subscript(part: HeadLines.Part) -> Owner {
      switch part {
      case .title: title
      case .municipality: municipality
      case .office: office
      case .lines: lines
      }
    }
  }

  private var theme: Theme { setting.theme }
  private var page: PageMeasures { theme.page }
  private var measuring: any TextMeasuring { setting.measuring }
  private var geometry: PageGeometry { setting.geometry }
  private var head: HeadLines { setting.head }
  private var logos: Logos { setting.options.logos }

  /// Puts head and foot on the page. They stand behind all else, but where they are content: there the head comes first,
  /// as it is read.
  func draw(in page: inout Page, number: Int, of count: Int, owners: FurnitureOwners = FurnitureOwners()) {
    let foot = Foot(self, number: number, of: count)
    if owners.areContent {
      var frame = Frame(size: page.size)
      drawHead(in: &frame, owners)
      frame.place(page.frame, at: .zero)
      drawFoot(foot, in: &frame, owners)
      page.frame = frame
    } else {
      drawHead(in: &page.furniture, owners)
      drawFoot(foot, in: &page.furniture, owners)
    }
    add(foot.right, at: geometry.right, .end, foot.style, in: &page.frame, .artifact(.footer))
  }

  private func rule(at y: Length, _ stroke: Stroke, in frame: inout Frame) {
    let path = Path.line(from: Point(x: geometry.left, y: y), to: Point(x: geometry.right, y: y))
    frame.add(.shape(Shape(path, stroke: stroke)), .artifact(.pagination))
  }
}

// Head
extension PageFurniture {
  private func drawHead(in frame: inout Frame, _ owners: FurnitureOwners) {
    // The first page opens with the title itself.
    if !owners.areContent {
      add(head.right[0], row: 0, room: rooms(0).right, at: wordsRight, .end, in: &frame, owners.title)
    }
    for (row, line) in head.left.enumerated() {
      add(line, row: row, room: rooms(row).left, at: wordsLeft, .start, in: &frame, owners[line.part])
    }
    for (row, line) in head.right.enumerated().dropFirst() {
      let place = owners.areContent ? row - 1 : row
      add(line, row: place, room: rooms(place).right, at: wordsRight, .end, in: &frame, owners.lines)
    }
    place(logos.left, at: geometry.left, .start, in: &frame, owners.leftLogo)
    place(logos.right, at: geometry.right, .end, in: &frame, owners.rightLogo)
    rule(at: geometry.headRule, Stroke(theme.ink.accent, page.headRuleWidth), in: &frame)
  }

  private func place(
    _ logo: Logo?, at x: Length, _ alignment: TextAlignment, in frame: inout Frame, _ owner: Owner
  ) {
    guard let logo else { return }
    let size = logo.image.size(within: page.logo)
    let left = alignment == .end ? x - size.width : x
    let place = Rect(origin: Point(x: left, y: geometry.logoMiddle - size.height / 2), size: size)
    frame.add(.image(PlacedImage(logo.image, in: place)), owner)
  }

  /// Where the words begin and end, beside the logos.
  private var wordsLeft: Length { geometry.left + width(of: logos.left) }
  private var wordsRight: Length { geometry.right - width(of: logos.right) }

  private func width(of logo: Logo?) -> Length {
    logo.map { $0.image.size(within: page.logo).width + page.logoGap } ?? .zero
  }

  /// What the two sides of a row may take: what they need. Where that is too much, both get smaller alike, as long as
  /// they can still be read; else the right side has its share.
  private func rooms(_ row: Int) -> (left: Length, right: Length) {
    func width(_ lines: [HeadLines.Line]) -> Length {
      row < lines.count ? measuring.width(of: lines[row].text, theme.style(lines[row].font, theme.ink.text)) : .zero
    }
    let whole = wordsRight - wordsLeft
    let (left, right) = (width(head.left), width(head.right))
    guard left > .zero, right > .zero else { return (whole, whole) }
    let both = whole - page.wordGap
    let scale = both / (left + right)
    if scale >= 1 { return (both - right, right) }
    let isReadable = scale >= page.smallestHead / page.title.size
    let given = isReadable ? right * scale : min(right, max(both * page.titleShare, both - left))
    return (both - given, given)
  }

  /// The head with each name in two lines that would lose more of its size than `smallestHeadScale` in one. A name that
  /// even two lines of the smallest size do not hold stays one line, which is cut.
  var headInTwoLines: HeadLines {
    head.left.indices.reversed().reduce(head) { broken, row in
      let line = head.left[row]
      guard line.part != .lines, let texts = halves(of: line, row: row) else { return broken }
      return broken.breaking(row, into: texts)
    }
  }

  private func halves(of line: HeadLines.Line, row: Int) -> [String]? {
    let room = rooms(row).left
    var style = theme.style(line.font, line.color)
    guard measuring.width(of: line.text, style) * page.smallestHeadScale > room else { return nil }
    for size in [style.size, style.size * page.smallestHeadScale, page.smallestHead] {
      style.size = max(size, page.smallestHead)
      let block = TextBlock(
        line.text, style, leading: page.headLeading, width: room, setting.typesetter, hyphenating: false)
      let texts = block.lines.map { $0.map(\.text).joined() }
      let isWhole = texts.allSatisfy { measuring.width(of: $0, style) <= room + .pt(0.01) }
      if texts.count == 2, isWhole { return texts }
    }
    return nil
  }

  /// Words of the head that are too long for it even at its smallest size; the first page's body says them whole.
  var cutTexts: [String] {
    let right = head.right.enumerated().filter { isCut($1, rooms($0).right) }
    let left = head.left.enumerated().filter { isCut($1, rooms($0).left) }
    return (right + left).map(\.element.text)
  }

  private func isCut(_ line: HeadLines.Line, _ room: Length) -> Bool {
    measuring.width(of: line.text, TextStyle(line.font.face, page.smallestHead)) > room + .pt(0.01)
  }

  private func add(
    _ line: HeadLines.Line, row: Int, room: Length, at x: Length, _ alignment: TextAlignment, in frame: inout Frame,
    _ owner: Owner
  ) {
    let (text, style) = fitted(line, room)
    let baseline = Point(x: x, y: geometry.headBaseline + page.headLeading * Double(row))
    frame.add(.text(measuring.line(text, style, at: baseline, alignment)), owner)
  }

  /// What is left of the sizes of the left lines where the longest needs its room: all shrink together, so that the
  /// municipality is never smaller than what stands below it.
  private var leftScale: Double {
    head.left.enumerated().map { row, line in
      rooms(row).left / max(measuring.width(of: line.text, theme.style(line.font, line.color)), .pt(0.01))
    }.reduce(1, min)
  }

  /// One line, set smaller where it is longer than its room, and cut with an ellipsis where even the smallest size is
  /// too large.
  private func fitted(_ line: HeadLines.Line, _ room: Length) -> (String, TextStyle) {
    var style = theme.style(line.font, line.color)
    let isLeft = line.part != .title && head.left.contains { $0.text == line.text }
    let width = measuring.width(of: line.text, style)
    let scale = isLeft ? leftScale : room / max(width, .pt(0.01))
    if scale < 1 { style.size = max(page.smallestHead, style.size * scale) }
    return (isCut(line, room) ? setting.typesetter.cut(line.text, style, width: room) : line.text, style)
  }
}

// Foot
extension PageFurniture {
  /// The foot's words: left the data's checksum, in the middle place and date of issue, right the document's code and
  /// the page; all set smaller together where they would touch.
  private struct Foot {
    let left: String?
    let middle: String?
    let right: String
    var style: TextStyle

    init(_ furniture: PageFurniture, number: Int, of count: Int) {
      let (setting, page) = (furniture.setting, furniture.page)
      left = setting.dataHash.map { setting.words.data($0) }
      middle = setting.words.issued(at: setting.options.place, on: setting.options.date)
      right = [setting.options.code, setting.words.page(number, of: count)].compactMap { $0 }
        .joined(separator: "  \u{B7}  ")
      style = furniture.theme.style(page.foot, furniture.theme.ink.quiet)
      let texts = [left, middle, right].compactMap { $0 }
      let width = furniture.geometry.right - furniture.geometry.left
      let room = width - page.wordGap * Double(texts.count - 1)
      let total = texts.reduce(Length.zero) { $0 + setting.measuring.width(of: $1, style) }
      if total > room { style.size = style.size * (room / total) }
    }
  }

  private func drawFoot(_ foot: Foot, in frame: inout Frame, _ owners: FurnitureOwners) {
    rule(at: geometry.footRule, Stroke(theme.ink.hairline, theme.table.hairline), in: &frame)
    if let left = foot.left { add(left, at: geometry.left, .start, foot.style, in: &frame, owners.data) }
    guard let middle = foot.middle else { return }
    func width(_ text: String?) -> Length { text.map { measuring.width(of: $0, foot.style) + page.wordGap } ?? .zero }
    let half = measuring.width(of: middle, foot.style) / 2
    let least = geometry.left + width(foot.left) + half
    let most = geometry.right - width(foot.right) - half
    let center = min(max((geometry.left + geometry.right) / 2, least), max(least, most))
    add(middle, at: center, .center, foot.style, in: &frame, owners.issue)
  }

  private func add(
    _ text: String, at x: Length, _ alignment: TextAlignment, _ style: TextStyle, in frame: inout Frame,
    _ owner: Owner
  ) {
    let line = measuring.line(text, style, at: Point(x: x, y: geometry.footBaseline), alignment)
    frame.add(.text(line), owner)
  }
}
