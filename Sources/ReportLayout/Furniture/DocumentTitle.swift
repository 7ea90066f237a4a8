import Pages

/// The document's title, with which the first page opens, be it the table's or the summary's.
struct DocumentTitle {
  let context: Context

  /// From its top to the top of what follows; a volume has its title on pages of its own.
  var height: Length { context.volume == nil ? context.theme.table.titleHeight : .zero }

  /// In one line, smaller where it is longer; one that is cut is among the texts that the head cut, too.
  func set(in frame: inout Frame, _ owner: Owner) {
    let font = context.theme.table.title
    var style = context.theme.style(font, context.theme.ink.text)
    let width = context.measuring.width(of: context.head.title, style)
    if width > context.body.width { style.size = max(Theme.text, style.size * (context.body.width / width)) }
    let text = context.typesetter.cut(context.head.title, style, width: context.body.width)
    let baseline = Point(x: context.body.minX, y: context.body.minY + font.size * 0.85)
    frame.add(.text(context.measuring.line(text, style, at: baseline)), owner)
  }
}
