import ReportConfiguration

/// How to make a volume again from the files it carries: which they are, in their order, and the configuration.
struct VolumeRenderOptions: Hashable, Sendable {
  /// A table's file: as the volume carries it, and as it was called.
  struct File: Hashable, Sendable {
    let attachment: String
    let path: String
  }

  var program: String
  var files: [File]
  var configuration: ReportConfiguration
}

extension VolumeRenderOptions {
  private static let format = "informe-tomo"
  private static let version = 1

  /// All but the configuration, which is told by its file's name.
  var json: [UInt8] {
    let sources = JSONValue.array(files) { file in
      .object([("file", .string(file.attachment)), ("path", .string(file.path))])
    }
    return JSONValue.object([
      ("format", .string(VolumeRenderOptions.format)), ("version", JSONValue(VolumeRenderOptions.version)),
      ("program", .string(program)), ("sources", sources), ("configuration", .string(ConfigurationFile.name)),
    ]).lines
  }

  /// nil when the bytes are no options of a volume, or one of a later version, or the configuration is not among the files.
  /// - Parameter carried: what the volume carries besides, by name.
  init?(json bytes: [UInt8], files carried: [String: [UInt8]]) {
    guard let value = JSONValue(parsing: bytes), value["format"]?.string == VolumeRenderOptions.format,
      value["version"]?.integer == VolumeRenderOptions.version, let program = value["program"]?.string,
      program.utf8.count <= RenderOptions.longestProgram, let sources = value["sources"]?.list,
      let name = value["configuration"]?.string, let text = carried[name]
    else { return nil }
    let loaded = LoadedConfiguration(text: text, file: name, files: carried)
    guard loaded.diagnostics.isEmpty else { return nil }
    var files: [File] = []
    for source in sources {
      guard let attachment = source["file"]?.string, let path = source["path"]?.string else { return nil }
      files.append(File(attachment: attachment, path: path))
    }
    self.init(program: program, files: files, configuration: loaded.configuration)
  }
}
