import Pages

/// Every size, colour and face of the report. Numbers about looks live here and nowhere else.
struct Theme: Sendable {
  var ink = Ink()
  var page = PageMeasures()
  var signatures = SignatureMeasures()
  var table = TableMeasures()
  var activity = ActivityMeasures()

  static let standard = Theme()

  /// The standard theme in another accent colour.
  init(accent: Color? = nil) {
    if let accent { ink = Ink(accent: accent) }
  }
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

/// Furniture of every page. Margins are the options'.
struct PageMeasures: Sendable {
  /// From the top margin to the running head's first baseline: at 31 pt where margins are standard.
  var headRise = Length.pt(31) - Margins.standard.top
  var headLeading = Length.pt(12.5)
  /// From the head's last baseline, or the logos' foot, to the rule.
  var headGap = Length.pt(6.5)
  var headRuleWidth = Length.pt(1.5)
  /// From the head's rule to the body, and from the body to the foot's rule.
  var bodyTopGap = Length.pt(16)
  var bodyBottomGap = Length.pt(10)
  /// From the bottom margin to the foot's baseline, at 22 pt where margins are standard, and from there to its rule.
  var footRise = Length.pt(22) - Margins.standard.bottom
  var footRuleRise = Length.pt(12)

  /// Room of a logo, and its distance to the words beside it.
  var logo = Size(width: .pt(110), height: .pt(37))
  var logoGap = Length.pt(9)
  /// Between what stands left and right in head and foot.
  var wordGap = Length.pt(18)

  var office = (face: FontFace.bold, size: Length.pt(10))
  /// The department under its municipality.
  var department = (face: FontFace.regular, size: Length.pt(9.5))
  var line = (face: FontFace.regular, size: Length.pt(8.5))
  /// Long words of the head shrink to this share of their size before they are cut.
  var smallestHead = 0.6
  var title = (face: FontFace.bold, size: Length.pt(10))
  /// The title takes at most this share of the head's width.
  var titleShare = 0.55
  var foot = (face: FontFace.regular, size: Length.pt(8))

  /// The least a body may be for a table and for charts.
  var leastBody = Size(width: .pt(480), height: .pt(280))
}

/// The signatures under the table.
struct SignatureMeasures: Sendable {
  var role = (face: FontFace.regular, size: Length.pt(8))
  var name = (face: FontFace.bold, size: Length.pt(8.5))
  var post = (face: FontFace.regular, size: Length.pt(8))
  var leading = Length.pt(10)
  /// Room to sign in, between the role and the rule.
  var room = Length.pt(26)
  /// From the rule to the name.
  var gap = Length.pt(3)
  var rule = Length.pt(0.6)
  /// Narrowest and widest rule, and the space between columns.
  var narrowest = Length.pt(132)
  var widest = Length.pt(210)
  var gutter = Length.pt(24)
  /// Above each row of signatures.
  var rowGap = Length.pt(10)
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
  /// em
  var leading = 1.16
  var cellPadding = 0.3
  /// Space on each side of a figure, em.
  var figurePadding = 0.3
  /// Space on each side of a figure column's label, em.
  var labelPadding = 0.22
  /// Space on each side of a text, em.
  var textPadding = 0.45
  /// Narrowest text columns, em.
  var narrowestName = 8.0
  var narrowestObjective = 11.0
  /// Labels are whole words while the text columns keep their least widths so many times over.
  var roomForWords = 1.4
  /// Widest ones, em: lines beyond this are hard to follow.
  var widestName = 30.0
  var widestObjective = 46.0
  /// Size of the head's labels against the type size.
  var headScale = 0.9
  /// Size and rise of a mark against the type size.
  var markScale = 0.68
  var markRise = 0.34
  /// Room for a mark beside a figure, em.
  var markRoom = 0.42

  var hairline = Length.pt(0.4)
  var periodRule = Length.pt(0.6)
  var strongRule = Length.pt(1.2)

  var note = (face: FontFace.regular, size: Length.pt(8))
  var noteLeading = Length.pt(10.5)
  var noteGap = Length.pt(14)
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
