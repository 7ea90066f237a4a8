import Pages
import ReportConfiguration
import ReportLayout
import ReportModel

/// The configurations of one process: inputs of one folder share one, which is read once. Only the latest are kept, since
/// folders come one after another and logos are large.
final class ConfigurationCache {
  private var known: [String: Result<LoadedConfiguration, FileFailure>] = [:]
  private static let most = 16
  /// What the command line names as the year before, the same for all inputs of a run.
  private var previous: (path: String, loaded: LoadedConfiguration)?

  func configuration(for request: ReadRequest) throws(FileFailure) -> LoadedConfiguration {
    var loaded: LoadedConfiguration
    let name: String
    switch request.configuration {
    case .none: (loaded, name) = (LoadedConfiguration(), ConfigurationFile.name)
    case .beside:
      name = ConfigurationFile.beside(request.input.name)
      loaded = try file(name, isOptional: true)
    case .watched(let folder):
      name = ConfigurationFile.beside(request.input.name)
      loaded = try file(name, isOptional: true, .fileOfOthers(in: folder))
    case .file(let path):
      name = path
      loaded = try file(path, isOptional: false)
    case .text(let text, let files):
      name = ConfigurationFile.name
      loaded = LoadedConfiguration(text: text, file: name, files: files)
    }
    request.overrides.apply(to: &loaded.configuration)
    if let path = request.overrides.previous {
      loaded.takePrevious(of: previousYear(path))
    }
    loaded.checkRoom(file: name)
    return loaded
  }

  /// A configuration of nothing but the year before.
  private func previousYear(_ path: String) -> LoadedConfiguration {
    if let previous, previous.path == path { return previous.loaded }
    var loaded = LoadedConfiguration()
    var files: [String] = []
    loaded.loadPrevious(Sourced(path, at: SourceLocation(file: path))) { path throws(FileFailure) in
      let sources = try PreviousFiles.read(path, .ordinaryFile)
      files = sources.map(\.path)
      return sources
    }
    loaded.files += files
    previous = (path, loaded)
    return loaded
  }

  private func file(
    _ path: String, isOptional: Bool, _ kind: InputFile.Kind = .ordinaryFile
  ) throws(FileFailure) -> LoadedConfiguration {
    if let result = known[path] { return try result.get() }
    let result = Result { () throws(FileFailure) in
      isOptional && !ConfigurationFile.exists(path) ? LoadedConfiguration() : try ConfigurationFile.read(path, kind)
    }
    if known.count >= ConfigurationCache.most { known = [:] }
    known[path] = result
    return try result.get()
  }
}

extension ReportOverrides {
  /// What cannot be understood was refused where it was written.
  func apply(to configuration: inout ReportConfiguration) {
    if let paper = paper.flatMap(Paper.init(parsing:)) { configuration.layout.paper = paper }
    if let language = language.flatMap(Language.init) { configuration.layout.language = language }
    if let date = date.flatMap(CalendarDate.init(iso:)) { configuration.layout.date = date }
    if let standard = standard.flatMap(PDFStandard.init) { configuration.standard = standard }
  }
}
