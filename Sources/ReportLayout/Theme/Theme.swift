import Pages

/// Every size, colour and face of the report. Numbers about looks live here and nowhere else.
struct Theme: Sendable {
  var ink = Ink()
  var page = PageMeasures()
  var table = TableMeasures()
  var activity = ActivityMeasures()

  static let standard = Theme()
}

/// Colours. All text is at least 4.5:1 on what it stands on, and data inks are told apart in grey.
struct Ink: Sendable {
  var text = Color(0x1A1C1E)
  /// Secondary words: captions, labels, notes; 7:1 on white.
  var quiet = Color(0x55595E)
  /// Zeros and periods without programme, set back; 4.9:1 on white, 4.5:1 on `tint`.
  var zero = Color(0x6B7075)
  /// Real figures, headings and links; grey 57, 10:1 on white.
  var accent = Color(0x12436D)
  /// Outlines of programmed figures.
  var outline = Color(0x3C4248)
  /// Marks of wrong figures; 5.1:1 on white.
  var warning = Color(0xB5470F)
  var hairline = Color(0xB9BEC4)
  var rule = Color(0x6F757B)
  /// Ground of table heads.
  var tint = Color(0xE9EEF3)
  /// Ground of the annual columns.
  var faintTint = Color(0xF4F6F9)
  var paper = Color.white
}

/// Margins and furniture of every page.
struct PageMeasures: Sendable {
  var side = Length.pt(36)
  /// Baseline of the running head's first line, from the top edge.
  var headBaseline = Length.pt(31)
  var headLeading = Length.pt(12.5)
  var headRule = Length.pt(50)
  var headRuleWidth = Length.pt(1.5)
  /// Where the body begins, from the top edge.
  var bodyTop = Length.pt(66)
  /// Where the body ends, from the bottom edge.
  var bodyBottom = Length.pt(44)
  /// Rule and baseline of the running foot, from the bottom edge.
  var footRule = Length.pt(34)
  var footBaseline = Length.pt(22)

  var office = (face: FontFace.bold, size: Length.pt(10))
  var line = (face: FontFace.regular, size: Length.pt(8.5))
  /// Long words of the head shrink to this share of their size before they are cut.
  var smallestHead = 0.6
  var title = (face: FontFace.bold, size: Length.pt(10))
  var foot = (face: FontFace.regular, size: Length.pt(8))
}

/// The table. Measures in em are times the type size the fit arrives at.
struct TableMeasures: Sendable {
  var heading = (face: FontFace.bold, size: Length.pt(15))
  /// From the heading's baseline to the table.
  var headingGap = Length.pt(9)
  var face = FontFace.condensed
  var strong = FontFace.condensedBold

  /// Smallest and largest type size, and the step between candidates.
  var floor = Length.pt(7)
  var ceiling = Length.pt(9.5)
  var step = Length.pt(0.1)
  /// Distance of baselines and space over and under a row's lines, em: the least, and what a table with room to spare
  /// takes at most.
  var leading = 1.1...1.32
  var cellPadding = 0.22...1.0
  /// Space on each side of a figure, em.
  var figurePadding = 0.26
  /// Space on each side of a figure column's label, em.
  var labelPadding = 0.13
  /// The same for the annual columns.
  var annualPadding = 0.32
  /// Between the text columns, em.
  var textPadding = 0.55
  /// Narrowest text columns, em.
  var narrowestName = 8.0
  var narrowestObjective = 11.0
  /// Labels are whole words while the text columns keep their least widths so many times over.
  var roomForWords = 1.4
  /// Widest ones, em: lines beyond this are hard to follow.
  var widestName = 24.0
  var widestObjective = 38.0
  /// Size of the head's labels against the type size.
  var headScale = 0.87
  /// Words of the head longer than this may be hyphenated.
  var longestHeadWord = 9
  /// Size and rise of a mark against the type size; never smaller than `smallestMark`.
  var markScale = 0.7
  var smallestMark = Length.pt(6)
  var markRise = 0.32
  /// Between a figure and its mark, em.
  var markGap = 0.06

  var hairline = Length.pt(0.4)
  var periodRule = Length.pt(0.6)
  var strongRule = Length.pt(1.2)

  var note = (face: FontFace.regular, size: Length.pt(8))
  var noteLeading = Length.pt(10)
  var noteGap = Length.pt(10)
  /// Between parts of the table on one page, with the room for the part's own heading.
  var partGap = Length.pt(20)
  /// A row's piece on one page holds at least so many lines, if it must be split.
  var fewestLines = 3
}

/// The activity page.
struct ActivityMeasures: Sendable {
  /// The baseline grid.
  var grid = Length.pt(12)
  var sideColumn = Length.pt(204)
  var gutter = Length.pt(28)

  var eyebrow = (face: FontFace.bold, size: Length.pt(8.5))
  /// Sizes of the name, the largest that keeps it within `nameLines`; the smallest may take more.
  var nameSizes: [Length] = [.pt(16), .pt(14), .pt(12), .pt(10)]
  var nameLines = 2
  var nameLeading = 1.2
  /// More lines than this continue on the next page.
  var mostNameLines = 6

  var outcome = (face: FontFace.bold, size: Length.pt(11.5))
  var outcomeLeading = Length.pt(14.5)
  var keyLabel = (face: FontFace.regular, size: Length.pt(9.5))
  var keyFigure = (face: FontFace.bold, size: Length.pt(12))
  var ratio = (face: FontFace.bold, size: Length.pt(24))
  var keyRow = Length.pt(24)
  var ratioRow = Length.pt(34)
  var symbol = Length.pt(3.6)

  var body = (face: FontFace.regular, size: Length.pt(9.5))
  var bodyLeading = Length.pt(12)
  var small = (face: FontFace.regular, size: Length.pt(8.5))
  var smallLeading = Length.pt(11)
  var heading = (face: FontFace.bold, size: Length.pt(8.5))
  var chartTitle = (face: FontFace.bold, size: Length.pt(10))

  var dataSize = Length.pt(8.5)
  /// Of labels in charts, and the least the periods' names shrink to.
  var labelSize = Length.pt(8)
  var smallestLabelSize = Length.pt(6)
  var dataRow = Length.pt(14)
  var blockGap = Length.pt(18)
  var hairline = Length.pt(0.4)
  /// Share of the flexible height that the bars get; the steps get the rest.
  var barsShare = 0.56
}

extension Theme {
  func style(_ font: (face: FontFace, size: Length), _ color: Color) -> TextStyle {
    TextStyle(font.face, font.size, color)
  }
}
