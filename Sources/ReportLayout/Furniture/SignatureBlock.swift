import Pages
import ReportModel

/// Where the signers sign: for each the role, room and a rule to sign on, name and post. As many stand side by side as
/// find room, in rows as even as can be.
struct SignatureBlock {
  private struct Entry {
    let role: TextBlock
    let name: TextBlock
    let post: TextBlock?
    let signer: Signer
    /// Of the field for a digital signature.
    let field: String
    let isLast: Bool
  }

  private let setting: Setting
  private let rows: [[Entry]]
  /// Of one signer; every row is divided alike, so that rules stand under rules.
  private let column: Length

  /// nil where nobody signs.
  init?(_ signers: [Signer], _ setting: Setting) {
    let measures = setting.theme.signatures
    guard !signers.isEmpty else { return nil }
    let width = setting.body.width
    let fitting = Int((width + measures.gutter) / (measures.narrowest + measures.gutter))
    let rowCount = (signers.count + max(1, fitting) - 1) / max(1, fitting)
    let perRow = (signers.count + rowCount - 1) / rowCount
    column = min(measures.widest, (width - measures.gutter * Double(perRow - 1)) / Double(perRow))
    self.setting = setting
    let fields = Signer.fieldNames(of: signers)
    let entries = signers.indices.map { [column] index in
      SignatureBlock.entry(signers[index], fields[index], isLast: index + 1 == signers.count, column, setting)
    }
    rows = stride(from: 0, to: entries.count, by: perRow).map {
      Array(entries[$0..<min($0 + perRow, entries.count)])
    }
  }

  private static func entry(
    _ signer: Signer, _ field: String, isLast: Bool, _ width: Length, _ setting: Setting
  ) -> Entry {
    let (measures, ink) = (setting.theme.signatures, setting.theme.ink)
    func block(_ text: String, _ font: (face: FontFace, size: Length), _ color: Color) -> TextBlock {
      setting.block(text, font, color, leading: measures.leading, width: width)
    }
    return Entry(
      role: block(setting.words.role(signer.role), measures.role, ink.quiet),
      name: block(signer.name, measures.name, ink.text), post: signer.post.map { block($0, measures.post, ink.quiet) },
      signer: signer, field: field, isLast: isLast)
  }

  /// What stands last under the table: the whole in one piece, or a piece a row where it is too much for a page.
  var closingBlocks: [ClosingBlock] {
    let isWhole = height <= setting.body.height * setting.theme.signatures.mostOfAPage
    let pieces = isWhole ? [rows] : rows.map { [$0] }
    return pieces.enumerated().map { index, rows in
      let (least, most) = (setting.theme.signatures.room.least, setting.theme.signatures.room.most)
      var block = self.block(rows, room: least, sinks: index + 1 == pieces.count)
      block.roomy = stride(from: most.points, to: least.points, by: -2).map {
        self.block(rows, room: .pt($0), sinks: true)
      }
      return block
    }
  }

  private func block(_ rows: [[Entry]], room: Length, sinks: Bool) -> ClosingBlock {
    ClosingBlock(height: height(rows, room: room), sinks: sinks) { top, page, section, builder in
      draw(rows, top, room: room, in: &page, section, &builder)
    }
  }

  /// With the least room to sign in.
  var height: Length { height(rows, room: setting.theme.signatures.room.least) }

  private func height(_ rows: [[Entry]], room: Length) -> Length { rows.reduce(.zero) { $0 + height($1, room: room) } }

  private func height(_ row: [Entry], room: Length) -> Length {
    let measures = setting.theme.signatures
    let below = row.map { $0.name.height + ($0.post?.height ?? .zero) }.max() ?? .zero
    return measures.rowGap + roleHeight(row) + room + measures.gap + below
  }

  private func roleHeight(_ row: [Entry]) -> Length { row.map(\.role.height).max() ?? .zero }

  /// Sets rows below `top`, each in the middle of the body's width.
  private func draw(
    _ rows: [[Entry]], _ top: Length, room: Length, in page: inout Page, _ section: StructureElement.ID,
    _ builder: inout DocumentBuilder
  ) {
    var y = top
    let list = builder.element(
      .list, in: section, StructureAttributes(title: setting.words.signatures, numbering: .unordered))
    for row in rows {
      let step = column + gutter(row)
      let first = setting.body.midX - step * Double(row.count - 1) / 2
      for (index, entry) in row.enumerated() {
        let body = builder.element(.listBody, in: builder.element(.listItem, in: list))
        let center = Point(x: first + step * Double(index), y: y + setting.theme.signatures.rowGap)
        let rule = center.y + roleHeight(row) + room
        draw(entry, at: center, ruleAt: rule, in: &page.frame, builder.leaf(.paragraph, in: body))
        page.signatureFields.append(
          field(entry, over: Point(x: center.x, y: rule), room, builder.element(.form, in: body)))
      }
      y = y + height(row, room: room)
    }
  }

  /// The space the row leaves is shared out between its signers, up to half a column.
  private func gutter(_ row: [Entry]) -> Length {
    let widest = rows.map(\.count).max() ?? 1
    guard widest > 1 else { return .zero }
    let even = (setting.body.width - column * Double(widest)) / Double(widest)
    return max(setting.theme.signatures.gutter, min(even, column / 2))
  }

  /// Where a digital signature will stand: all the room to sign in, over the rule.
  private func field(
    _ entry: Entry, over rule: Point, _ room: Length, _ element: StructureElement.ID
  ) -> SignatureField {
    let (measures, words) = (setting.theme.signatures, setting.words)
    let height = room - measures.rule
    return SignatureField(
      area: Rect(x: rule.x - column / 2, y: rule.y - room, width: column, height: height),
      name: entry.field, role: words.role(entry.signer.role), description: words.signatureField(entry.signer),
      element: element, isLast: entry.isLast)
  }

  private func draw(_ entry: Entry, at center: Point, ruleAt y: Length, in frame: inout Frame, _ owner: Owner) {
    let (measures, measuring) = (setting.theme.signatures, setting.measuring)
    entry.role.followed(by: " ", measuring).place(in: &frame, at: center, measuring, owner, .center)
    var below = y + measures.gap
    let name = entry.post == nil ? entry.name : entry.name.followed(by: " ", measuring)
    name.place(in: &frame, at: Point(x: center.x, y: below), measuring, owner, .center)
    below = below + entry.name.height
    entry.post?.place(in: &frame, at: Point(x: center.x, y: below), measuring, owner, .center)
    let line = Path.line(from: Point(x: center.x - column / 2, y: y), to: Point(x: center.x + column / 2, y: y))
    frame.add(.shape(Shape(line, stroke: Stroke(setting.theme.ink.text, measures.rule))), .artifact(.layout))
  }
}

extension TextBlock {
  /// With a space behind its last word, which keeps it apart from what is read next and takes no room.
  func followed(by space: String, _ measuring: any TextMeasuring) -> TextBlock {
    guard let last = lines.last else { return self }
    return TextBlock(
      lines: lines.dropLast() + [last + [measuring.shape(space, style.face)]], style: style, leading: leading,
      metrics: metrics)
  }
}
