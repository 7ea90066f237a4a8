import Pages
import ReportConfiguration
import ReportLayout
import SystemLibraries

/// All that a report is made from, by its checksum: the source, the data read from it, the options and the program. It is
/// stored among the keywords of every PDF, with attachments or without, so that a file itself tells whether making it
/// again would change it.
public struct Origin: Hashable, Sendable {
  /// As it is stored.
  let keyword: String

  init(keyword: String) { self.keyword = keyword }

  /// - Parameter files: what the report carries, or would if its standard allowed.
  init(_ files: ReportAttachments) {
    let files = files.renderOptions.configuration.standard.carriesFiles ? files : files.withoutNames
    self.init(files.all)
  }

  init(_ all: [Attachment]) {
    // Lengths first: no two lists of files are the same bytes.
    let lengths = all.map { "\($0.name.utf8.count) \($0.bytes.count)\n" }.joined()
    let digest = Digest.sha256(all.reduce(into: Array(lengths.utf8)) { $0 += Array($1.name.utf8) + $1.bytes })
    keyword = Origin.keywordPrefix + digest.description
  }

  private static let keywordPrefix = "origin:"

  /// Whether a PDF was made from this. Metadata are stored plainly in our files, so their text is looked for in the bytes.
  /// What does not end as a PDF does, or names several origins, was not left so by us. That a file was altered in other
  /// ways is for `verify` to find.
  public func isStored(in path: String) -> Bool {
    guard let bytes = try? InputFile.read(path, largest: InputFile.largestReport, .ordinaryFile),
      bytes.starts(with: Array("%PDF-".utf8)), bytes.suffix(6).elementsEqual(Array("%%EOF\n".utf8))
    else { return false }
    let places = Origin.places(of: Array(Origin.keywordPrefix.utf8), in: bytes)
    let digits = Array(keyword.utf8.dropFirst(Origin.keywordPrefix.utf8.count))
    return places.count == 1 && bytes[places[0]...].prefix(digits.count).elementsEqual(digits)
  }

  /// The offsets behind each occurrence.
  private static func places(of word: [UInt8], in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var index = 0
    while let found = bytes[index...].firstIndex(of: word[0]) {
      index = found + 1
      if bytes[found...].starts(with: word) { places.append(found + word.count) }
    }
    return places
  }
}

extension ReportAttachments {
  /// What a report hangs on that carries no files: not on the source's name, nor on how its table was told from others,
  /// since the data say which it is, nor on how the paper was named. So `verify` finds the same, though it must infer
  /// these.
  fileprivate var withoutNames: ReportAttachments {
    var files = self
    files.source.path = ""
    files.renderOptions.source = ""
    files.renderOptions.onlySheet = nil
    files.renderOptions.table = 0
    files.renderOptions.configuration = files.renderOptions.configuration.withoutPaperName
    return files
  }
}

extension ReportConfiguration {
  /// The same, the paper named as its measures are.
  var withoutPaperName: ReportConfiguration {
    var options = self
    let paper = options.layout.paper
    options.layout.paper = Paper(points: paper.size.width.points, paper.size.height.points) ?? paper
    return options
  }
}
