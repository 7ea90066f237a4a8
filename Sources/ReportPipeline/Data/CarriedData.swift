import PDFFinisher
import Pages
import ReportConfiguration
import ReportLayout

/// What a file carries beside its pages, compressed, and what its pages and keywords say of it. The files themselves need
/// not be in memory while pages are drawn.
struct CarriedData: Sendable {
  /// The beginning of the data's checksum, as it is printed.
  let shortForm: String
  let keywords: [String]
  let files: AttachedFiles

  init(data: CanonicalData, origin: Origin, files: [Attachment], options: ReportConfiguration) {
    shortForm = data.shortForm
    keywords = [data.keyword, origin.keyword]
    self.files = options.standard.carriesFiles ? AttachedFiles(files, date: options.layout.date) : .none
  }
}
