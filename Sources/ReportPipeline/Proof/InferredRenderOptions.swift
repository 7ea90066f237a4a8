import PDFReading
import Pages
import ReportConfiguration
import ReportLayout
import ReportModel

extension RenderOptions {
  /// How a report that carries nothing was probably made, by what its file shows; nil when it is none of ours. Whether it
  /// was so is proved by the result alone.
  /// - Parameter input: path of the table that the user names as the source.
  init?(inferredFrom file: PDFFile, _ source: Source, beside input: String?) {
    guard let program = file.information("Producer"), let keywords = file.information("Keywords"),
      let configuration = ReportConfiguration(inferredFrom: file, beside: input)
    else { return nil }
    let reading = Job.read(source, sheet: nil)
    let table = reading.reports.firstIndex { keywords.contains(CanonicalData($0.report).keyword) }
    self.init(
      program: program, source: source.name, onlySheet: nil, table: table ?? 0,
      configuration: configuration)
  }

}

extension VolumeRenderOptions {
  /// The same of a volume: nil for what is none of ours, or is a report of one of the tables.
  init?(inferredFrom file: PDFFile, _ input: ProofBasis) {
    guard let program = file.information("Producer"), let keywords = file.information("Keywords"),
      keywords.contains(CanonicalData.keywordPrefix),
      let configuration = ReportConfiguration(inferredFrom: file, beside: input.path)
    else { return nil }
    let areas = VolumeReading(input.tables, options: configuration).volume.areas.map { ($0.name, $0.report) }
    // Of a folder that has changed since, nothing has the checksum; then it is no report of a single table.
    guard keywords.contains(CanonicalData(areas).keyword) || input.isFolder && input.table(of: keywords) == nil else {
      return nil
    }
    self.init(
      program: program, files: input.tables.map { File(attachment: $0.name, path: $0.path) },
      configuration: configuration)
  }
}

extension ReportConfiguration {
  /// What a file shows of how it was made; the rest is what it would be configured by if it were made again of what the
  /// user names. nil when the file is none of ours.
  fileprivate init?(inferredFrom file: PDFFile, beside input: String?) {
    guard let size = file.pageSize, let paper = Paper(points: size.width, size.height), let language = file.language
    else { return nil }
    self = ReportConfiguration.found(beside: input) { options in
      options.layout.paper = paper
      options.layout.language = language.hasPrefix("en") ? .en : .es
      options.layout.date = file.information("CreationDate").flatMap(CalendarDate.init(pdf:))
      options.standard = PDFStandard(archivePart: file.archivePart)
    }
  }

  /// The default where there is none that can be read. Nothing that a PDF names is looked for on the disk.
  private static func found(
    beside input: String?, overriding: (inout ReportConfiguration) -> Void
  ) -> ReportConfiguration {
    var loaded = LoadedConfiguration()
    if let path = input.map(ConfigurationFile.beside), ConfigurationFile.exists(path),
      let found = try? ConfigurationFile.read(path), found.diagnostics.isEmpty
    {
      loaded = found
    }
    overriding(&loaded.configuration)
    loaded.checkRoom(file: ConfigurationFile.name)
    if loaded.diagnostics.isEmpty { return loaded.configuration }
    var options = ReportConfiguration()
    overriding(&options)
    return options
  }
}

extension Paper {
  /// The named paper of that size, or the one of whole millimetres.
  init?(points width: Double, _ height: Double) {
    let named = Paper.named.first {
      abs($0.size.width.points - width) < 0.05 && abs($0.size.height.points - height) < 0.05
    }
    if let named {
      self = named
      return
    }
    // No paper is larger, and no number may be: they come from a stranger's file.
    guard (1...10_000).contains(width), (1...10_000).contains(height) else { return nil }
    let sides = [width, height].map { Int(($0 / 72 * 25.4).rounded()) }
    self.init(parsing: "\(sides[0])x\(sides[1])")
  }
}

extension CalendarDate {
  /// `D:YYYYMMDD…`, or as metadata write it, `YYYY-MM-DD…`.
  fileprivate init?(pdf text: String) {
    let digits = Array(text.lazy.filter(\.isNumber).prefix(8))
    guard digits.count == 8 else { return nil }
    self.init(iso: "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")
  }
}
