import Pages
import ReportModel

/// How the pages of a document are set, whatever stands on them: its options, looks and words, the words of the running
/// head, and where head, body and foot stand.
struct Setting: Sendable {
  let options: LayoutOptions
  let theme: Theme
  let words: Words
  let typesetter: Typesetter
  private(set) var head: HeadLines
  private(set) var geometry: PageGeometry
  /// The beginning of the data's checksum; nil where it is not shown.
  var dataHash: String?

  init(_ options: LayoutOptions, _ theme: Theme, _ words: Words, _ typesetter: Typesetter, head: HeadLines) {
    self.options = options
    self.theme = theme
    self.words = words
    self.typesetter = typesetter
    self.head = head
    geometry = PageGeometry(options, theme.page, headLines: head.count)
    breakLongNames()
  }

  /// Sets names in two lines that would become too small in one, where the body keeps its room.
  private mutating func breakLongNames() {
    let broken = PageFurniture(setting: self).headInTwoLines
    let geometry = PageGeometry(options, theme.page, headLines: broken.count)
    guard geometry.body.height >= theme.page.leastBody.height else { return }
    (head, self.geometry) = (broken, geometry)
  }

  var measuring: any TextMeasuring { typesetter.measuring }
  var paper: Size { options.paper.size }

  /// Where the body may stand on every page, before even pages of a duplex print are moved as a whole.
  var body: Rect { geometry.body }

  func block(
    _ text: String, _ font: (face: FontFace, size: Length), _ color: Color, leading: Length, width: Length,
    keepingLines: Bool = false
  ) -> TextBlock {
    TextBlock(
      text, theme.style(font, color), leading: leading, width: width, typesetter, keepingLines: keepingLines)
  }
}
