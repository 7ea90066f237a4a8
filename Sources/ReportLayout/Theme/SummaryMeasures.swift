import Pages

/// The summary page. Lengths are for a body of the standard height; others are scaled.
struct SummaryMeasures: Sendable {
  var title = (face: FontFace.bold, size: Length.pt(16))
  /// The summary's heading, below the document's title.
  var opening = (face: FontFace.bold, size: Length.pt(12))
  var sentence = (face: FontFace.regular, size: Length.pt(12))
  var heading = (face: FontFace.bold, size: Length.pt(9.5))
  /// Rows of lists: the larger size where it takes no more pages.
  var rowSizes = [Length.pt(9.5), Length.pt(8)]
  var small = (face: FontFace.regular, size: Length.pt(8))
  var face = FontFace.condensed
  var strong = FontFace.condensedBold

  /// A box of the strip: its height, the least width, the space between boxes, and its outlines.
  var boxHeight = Length.pt(17)
  var leastBox = Length.pt(14)
  var boxGap = Length.pt(2)
  /// The strip of single boxes takes no more of the body's height than this.
  var mostStripShare = 0.4
  var hollowOutline = Length.pt(1.4)
  var thinOutline = Length.pt(0.5)
  var symbol = Length.pt(3.2)

  /// Between blocks one below the other, and between columns.
  var blockGap = Length.pt(12)
  var gutter = Length.pt(26)
  /// The lists' share of the width beside the matrix.
  var listShare = 0.58
  /// The matrix's least share of the width: its title and legend are to be read.
  var leastMatrixShare = 0.27
  /// Bars end at so many times the goal; longer ones are broken.
  var axisEnd = 1.5
  /// A list's row may be stretched by so much to fill its column.
  var mostStretch = Length.pt(12)

  /// The matrix: distance of rows and of periods, and the side of a box, at least and at most.
  var pitch = (least: Length.pt(12.5), most: Length.pt(26))
  var periodPitch = (least: Length.pt(10), most: Length.pt(30))
  var matrixGap = Length.pt(18)

  /// A row of the correction sheet, high enough to write in; the least where that saves a sheet.
  var sheetRows = [Length.pt(24), Length.pt(21), Length.pt(19)]
  /// Names of periods are set smaller down to this size before they become shorter.
  var smallestHead = Length.pt(6.4)

  /// More findings than this have a sheet of their own, and so many of them stay on the summary.
  static let mostNotes = 12
  static let notesBesideSheet = 6
  /// Reports of more activities name so many of each list only.
  static let longReport = 60
  static let mostOfAList = 12
  static let leastOfAList = 3

  func scaled(to height: Length, standard: Length) -> SummaryMeasures {
    let factor = max(0.85, min(height / standard, 1.25))
    var scaled = self
    for path in SummaryMeasures.lengths { scaled[keyPath: path] = self[keyPath: path] * factor }
    for path in SummaryMeasures.fonts { scaled[keyPath: path].size = self[keyPath: path].size * factor }
    scaled.sheetRows = sheetRows.map { $0 * factor }
    scaled.rowSizes = rowSizes.map { $0 * factor }
    scaled.pitch = (pitch.least * factor, pitch.most * factor)
    scaled.periodPitch = (periodPitch.least * factor, periodPitch.most * factor)
    return scaled
  }

  private static var lengths: [WritableKeyPath<SummaryMeasures, Length>] {
    [
      \.boxHeight, \.leastBox, \.boxGap, \.symbol, \.blockGap, \.gutter, \.mostStretch, \.matrixGap,
    ]
  }

  private static var fonts: [WritableKeyPath<SummaryMeasures, (face: FontFace, size: Length)>] {
    [\.title, \.opening, \.sentence, \.heading, \.small]
  }
}
