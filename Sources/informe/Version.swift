import ReportPipeline

enum Version {
  static let text = Program.version
}
