import Pages

/// Cover, contents, council summary and the pages that open areas. Lengths are for a body of the standard height; others are
/// scaled.
struct VolumeMeasures: Sendable {
  /// The cover: a bar along its left edge, and where the words stand, in parts of the height between the margins.
  var bar = (width: Length.pt(6), gap: Length.pt(24))
  var municipality = (face: FontFace.bold, size: Length.pt(16))
  var coverTitle = (face: FontFace.bold, size: Length.pt(34))
  var scope = (face: FontFace.regular, size: Length.pt(14))
  var coverTop = 0.2
  var crest = Length.pt(120)
  /// The title's share of the width beside the crest.
  var titleShare = 0.72

  var heading = (face: FontFace.bold, size: Length.pt(18))
  var sentence = (face: FontFace.regular, size: Length.pt(11))
  var strong = (face: FontFace.bold, size: Length.pt(10.5))
  var small = (face: FontFace.regular, size: Length.pt(8))
  var blockGap = Length.pt(12)
  var gutter = Length.pt(24)
  var symbol = Length.pt(2.9)

  /// Between entries of the contents; less where that saves a page.
  var contentsGaps = [Length.pt(9), Length.pt(6.5), Length.pt(4.5)]

  /// A tile of the summary: a symbol, a count, a word and a share.
  var tile = (height: Length.pt(36), gap: Length.pt(9), most: Length.pt(150))
  var tileCount = (face: FontFace.bold, size: Length.pt(18))
  /// Rows of areas: the distance, at least and at most.
  var pitch = (least: Length.pt(11.6), most: Length.pt(16))
  /// From mark to mark, and how long a row of them may be; they stand closer where that shows more areas' whole.
  var markPitch = Length.pt(10)
  var marks = Length.pt(150)
  /// Areas of more activities are counted only.
  static let mostMarks = 20
  /// The summary's wide column, of its width.
  var areasShare = 0.66
  static let mostFurthest = 8
  static let mostFigures = 7

  /// The page that opens an area.
  var areaNumber = (face: FontFace.bold, size: Length.pt(24))
  var areaName = (face: FontFace.bold, size: Length.pt(24))
  var row = (least: Length.pt(16), most: Length.pt(26))
  var bars = Size(width: .pt(120), height: .pt(14))

  func scaled(to height: Length, standard: Length) -> VolumeMeasures {
    let factor = max(0.85, min(height / standard, 1.25))
    var scaled = self
    for path in VolumeMeasures.lengths { scaled[keyPath: path] = self[keyPath: path] * factor }
    for path in VolumeMeasures.fonts { scaled[keyPath: path].size = self[keyPath: path].size * factor }
    scaled.tile = (tile.height * factor, tile.gap * factor, tile.most * factor)
    scaled.contentsGaps = contentsGaps.map { $0 * factor }
    scaled.pitch = (pitch.least * factor, pitch.most * factor)
    scaled.row = (row.least * factor, row.most * factor)
    scaled.bars = Size(width: bars.width * factor, height: bars.height * factor)
    return scaled
  }

  private static var lengths: [WritableKeyPath<VolumeMeasures, Length>] {
    [\.crest, \.blockGap, \.gutter, \.symbol, \.markPitch, \.marks]
  }

  private static var fonts: [WritableKeyPath<VolumeMeasures, (face: FontFace, size: Length)>] {
    [
      \.municipality, \.coverTitle, \.scope, \.heading, \.sentence, \.strong, \.small, \.tileCount, \.areaNumber,
      \.areaName,
    ]
  }
}
