public import ReportConfiguration

/// How to make a report again from its source: which table of the file it is, and the configuration. Carried in the
/// report, the configuration and its logos as files of their own.
public struct RenderOptions: Hashable, Sendable {
  /// The program that made the report, with its version.
  public var program: String
  /// The source's name.
  public var source: String
  /// The only sheet that was read, by name or number; nil for all that are not hidden.
  public var onlySheet: String?
  /// Which of the tables read it is, from 0.
  public var table: Int
  public var configuration: ReportConfiguration
}

extension RenderOptions {
  private static let format = "informe-opciones"
  private static let version = 2
  static let longestProgram = 1000

  /// All but the configuration, which is told by its file's name.
  var json: [UInt8] {
    let value = JSONValue.object([
      ("format", .string(RenderOptions.format)), ("version", JSONValue(RenderOptions.version)),
      ("program", .string(program)),
      ("source", .string(source)), ("onlySheet", JSONValue(onlySheet)), ("table", JSONValue(table + 1)),
      ("configuration", .string(ConfigurationFile.name)),
    ])
    return value.lines
  }

  /// nil when the bytes are no render options, or one of a later version, or the configuration is not among the files.
  /// - Parameter files: what the report carries besides, by name.
  init?(json bytes: [UInt8], files: [String: [UInt8]]) {
    guard let value = JSONValue(parsing: bytes), value["format"]?.string == RenderOptions.format,
      value["version"]?.integer == RenderOptions.version, let program = value["program"]?.string,
      program.utf8.count <= RenderOptions.longestProgram,
      let source = value["source"]?.string, let table = value["table"]?.integer, table > 0,
      let name = value["configuration"]?.string, let text = files[name]
    else { return nil }
    let loaded = LoadedConfiguration(text: text, file: name, files: files)
    guard loaded.diagnostics.isEmpty else { return nil }
    self.init(
      program: program, source: source, onlySheet: value["onlySheet"]?.string, table: table - 1,
      configuration: loaded.configuration)
  }

  /// The configuration and its logos, by name.
  var files: [(name: String, bytes: [UInt8])] {
    [(ConfigurationFile.name, Array(configuration.text.utf8))] + configuration.files
  }
}
