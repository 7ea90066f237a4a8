import Pages

/// Every size, colour and face of the report. Numbers about looks live here and nowhere else.
struct Theme: Sendable {
  var ink = Ink()
  var page = PageMeasures()
  var signatures = SignatureMeasures()
  var table = TableMeasures()
  var activity = ActivityMeasures()
  var summary = SummaryMeasures()
  var volume = VolumeMeasures()

  static let standard = Theme()

  /// The scale of type: all text is set in one of these sizes, but where it must shrink to fit, and in the table, which
  /// takes the size it has room for.
  static let small = Length.pt(8)
  static let text = Length.pt(9.5)
  static let subtitle = Length.pt(12)
  static let title = Length.pt(16)
  static let figure = Length.pt(24)

  /// The standard theme in another accent colour, or in black alone.
  init(accent: Color? = nil, printing: Printing = .colour) {
    if let accent { ink = Ink(accent: accent) }
    guard printing == .black else { return }
    ink = .black
    // Thinner rules are lost by printers that know no grey.
    table.hairline = .pt(0.5)
    activity.hairline = .pt(0.5)
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
  /// Outlines of programmed figures: nearly black, so that a thin line stays whole in one bit.
  var outline = Color(0x202428)
  /// Marks of wrong figures; 5.1:1 on white.
  var warning = Color(0xB5470F)
  var hairline = Color(0xB9BEC4)
  var rule = Color(0x6F757B)
  /// Ground of table heads.
  var tint = Color(0xE9EEF3)
  /// Ground of the annual columns.
  var faintTint = Color(0xF4F6F9)
  var paper = Color.white

  /// Black on white and nothing between, so that a printer of one bit has nothing to screen; what was done is solid, what
  /// was programmed hollow.
  static let black = Ink(
    text: .black, quiet: .black, zero: .black, accent: .black, outline: .black, warning: .black, hairline: .black,
    rule: .black, tint: .white, faintTint: .white)
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
  var logo = Size(width: .pt(110), height: .pt(34))
  var logoGap = Length.pt(9)
  /// Between what stands left and right in head and foot.
  var wordGap = Length.pt(18)

  var office = (face: FontFace.bold, size: Theme.text)
  /// The department under its municipality.
  var department = (face: FontFace.regular, size: Theme.text)
  var line = (face: FontFace.regular, size: Theme.small)
  /// Long words of the head shrink to this size before they are cut.
  var smallestHead = Length.pt(7)
  /// Names of the head that would keep less of their size than this in one line are set in two.
  var smallestHeadScale = 0.8
  var title = (face: FontFace.bold, size: Theme.text)
  /// The title's share of the head's width where there is too little for both sides.
  var titleShare = 0.5
  var foot = (face: FontFace.regular, size: Theme.small)

  /// The least a body may be for a table and for charts.
  var leastBody = Size(width: .pt(480), height: .pt(280))
}

/// The signatures under the table.
struct SignatureMeasures: Sendable {
  var role = (face: FontFace.regular, size: Theme.small)
  var name = (face: FontFace.bold, size: Theme.small)
  var post = (face: FontFace.regular, size: Theme.small)
  var leading = Length.pt(10)
  /// Room to sign in, between the role and the rule: what a signature needs, and what it gets where the page has room.
  var room = (least: Length.mm(13), most: Length.mm(18))
  /// From the rule to the name.
  var gap = Length.pt(3)
  var rule = Length.pt(0.6)
  /// Narrowest and widest rule, and the space between columns.
  var narrowest = Length.pt(114)
  var widest = Length.pt(210)
  var gutter = Length.pt(20)
  /// More of a page's height than this is no longer kept together.
  var mostOfAPage = 0.7
  /// Above each row of signatures.
  var rowGap = Length.pt(6)
}

/// The table. Measures in em are times the type size the fit arrives at.
struct TableMeasures: Sendable {
  /// The document's title, with which the first page opens, and from its top to the heading's.
  var title = (face: FontFace.bold, size: Theme.title)
  var titleHeight = Length.pt(21)
  var heading = (face: FontFace.bold, size: Theme.subtitle)
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
  var cellPadding = 0.3...1.0
  /// Between the figures of one period half of this on each side, and beside the rules that part periods: figures that
  /// belong together stand closer to each other than to a rule's other side; em.
  var figurePadding = (inner: 0.28, outer: 0.44)
  /// Space on each side of a figure column's label, em.
  var labelPadding = (inner: 0.14, outer: 0.28)
  /// The same for the annual columns.
  var annualPadding = 0.4
  /// Periods get widths of their own where the widest needs more than this times the narrowest.
  var alikePeriods = 4.0 / 3
  /// The page number under a row's number, against the type size; never smaller than `smallestMark`.
  var pageScale = 0.75
  /// Between the text columns, em.
  var textPadding = 0.55
  /// Narrowest text columns, em; names are as wide as their longest word, up to a limit.
  var narrowestName = 8.0
  var widestNameWord = 12.0
  var narrowestObjective = 11.0
  /// Labels are whole words while the text columns keep their least widths so many times over.
  var roomForWords = 1.4
  /// Widest ones, em: about 70 characters; longer lines are hard to follow.
  var widestName = 19.0
  var widestObjective = 31.0
  /// Size of the head's labels against the type size.
  var headScale = 0.87
  /// Size and rise of a mark against the type size; never smaller than `smallestMark`.
  var markScale = 0.7
  var smallestMark = Length.pt(6)
  var markRise = 0.32
  /// Between a figure and its mark, em.
  var markGap = 0.06

  var hairline = Length.pt(0.4)
  var periodRule = Length.pt(0.6)
  var strongRule = Length.pt(1.2)

  var note = (face: FontFace.regular, size: Theme.small)
  var noteLeading = Length.pt(10)
  var noteGap = Length.pt(10)
  /// Between parts of the table on one page, with the room for the part's own heading.
  var partGap = Length.pt(20)
  /// A row's piece on one page holds at least so many lines, if it must be split.
  var fewestLines = 3
}

/// The activity page. All its texts outside the charts stand on one baseline grid, and distances are whole units of it.
struct ActivityMeasures: Sendable {
  /// The baseline grid.
  var unit = Length.pt(4)
  /// Pages with a body of this height are set in these sizes; larger and smaller ones in proportion, within `scales`.
  var standardHeight = Length.pt(502)
  var scales = 0.8...1.25

  var sideColumn = Length.pt(204)
  var narrowSideColumn = Length.pt(160)
  var gutter = Length.pt(28)

  var eyebrow = (face: FontFace.bold, size: Theme.small)
  /// Sizes of names with their leading in units and the most lines: the first that all names of a report keep, else the
  /// last. A report has one size of names.
  var names: [Name] = [(Theme.title, 5, 3), (Theme.subtitle, 4, 4), (Theme.text, 3, .max)]
  var nameFace = FontFace.bold
  /// More lines than this continue on the next page.
  var mostNameLines = 6

  var outcome = (face: FontFace.bold, size: Theme.subtitle)
  var keyLabel = (face: FontFace.regular, size: Theme.text)
  var keyFigure = (face: FontFace.bold, size: Theme.subtitle)
  var ratio = (face: FontFace.bold, size: Theme.figure)
  var symbol = Length.pt(3.6)
  var body = (face: FontFace.regular, size: Theme.text)
  /// Sizes and leadings (in units) of running text: the usual one, and what it is set in before it goes on on the next page.
  var bodies: [Body] {
    [1, 0.947, 0.895].map { ((body.face, body.size * $0), $0 == 1 ? 3 : $0 > 0.9 ? 2.75 : 2.625) }
  }
  /// A page is begun for no fewer lines.
  var fewestSpilled = 4
  /// Notes on wrong figures beside the charts; the table explains all of them.
  var mostNotes = 4
  var small = (face: FontFace.regular, size: Theme.small)
  var heading = (face: FontFace.bold, size: Theme.small)
  var legend = (face: FontFace.regular, size: Theme.small)
  var chartTitle = (face: FontFace.bold, size: Theme.text)

  /// The charts' and the data table's figures, labels at line ends, and names of periods: sizes where there is room.
  var dataSize = Theme.small
  var labelSize = Theme.small
  var periodSize = Theme.small
  var dataFace = FontFace.condensed
  var dataStrong = FontFace.condensedBold
  /// Figures and names of periods are no smaller than this while another arrangement of the page can give them more,
  /// and never smaller than the floor.
  var comfortable = (figures: Length.pt(7), periods: Length.pt(6.5))
  var floor = Length.pt(6)
  /// Least heights of a chart of bars and of the chart of steps.
  var leastBars = Length.pt(64)
  var leastSteps = Length.pt(52)
  /// A label at a line's end that is wider is set in two lines.
  var widestEndLabel = Length.pt(120)
  /// What explains a chart's ink, behind its title: gaps in units.
  var chartLegend = (before: 4.0, behindSymbol: 0.75, between: 3.0)
  var legendSquare: Length { dataSize * 0.8 }
  var legendLine: Length { unit * 6 }

  var hairline = Length.pt(0.4)
  /// Share of the flexible height that the bars get; the steps get the rest.
  var barsShare = 0.56

  typealias Name = (size: Length, leading: Double, lines: Int)
  typealias Body = (font: (face: FontFace, size: Length), leading: Double)

  /// Leading of running text, small text and legend.
  var leading: Length { unit * 3 }
  var outcomeLeading: Length { unit * 4 }

  /// The same page in another size; widths of columns grow with it.
  func scaled(to height: Length) -> ActivityMeasures {
    let factor = max(scales.lowerBound, min(height / standardHeight, scales.upperBound))
    var scaled = self
    for path in ActivityMeasures.lengths { scaled[keyPath: path] = self[keyPath: path] * factor }
    for path in ActivityMeasures.fonts { scaled[keyPath: path].size = self[keyPath: path].size * factor }
    scaled.names = names.map { ($0.size * factor, $0.leading, $0.lines) }
    return scaled
  }

  private static var lengths: [WritableKeyPath<ActivityMeasures, Length>] {
    [
      \.unit, \.sideColumn, \.narrowSideColumn, \.gutter, \.symbol, \.dataSize, \.labelSize, \.periodSize, \.leastBars,
      \.leastSteps, \.widestEndLabel,
    ]
  }

  private static var fonts: [WritableKeyPath<ActivityMeasures, (face: FontFace, size: Length)>] {
    [
      \.eyebrow, \.outcome, \.keyLabel, \.keyFigure, \.ratio, \.body, \.small, \.heading, \.legend, \.chartTitle,
    ]
  }
}

extension Theme {
  func style(_ font: (face: FontFace, size: Length), _ color: Color) -> TextStyle {
    TextStyle(font.face, font.size, color)
  }
}
