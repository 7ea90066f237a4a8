import PDFReading

/// What a report carries, told apart by what each file says it is.
struct CarriedFiles {
  let all: [EmbeddedFile]

  /// The file the report was made from.
  var source: EmbeddedFile? { all.first { $0.relationship == "Source" } }

  /// How the report was made; nil when it carries nothing of ours.
  var renderOptions: RenderOptions? { supplement(RenderOptions.init) }

  /// How the volume was made; nil for what is none.
  var volumeRenderOptions: VolumeRenderOptions? { supplement(VolumeRenderOptions.init) }

  private func supplement<Value>(_ read: ([UInt8], [String: [UInt8]]) -> Value?) -> Value? {
    var files: [String: [UInt8]] = [:]
    for file in all where file.relationship == "Supplement" && file.isIntact { files[file.name] = file.bytes }
    for case let bytes? in all.map({ files[$0.name] }) {
      if let value = read(bytes, files) { return value }
    }
    return nil
  }

  /// A volume's tables, each under its own name; nil when one is not there.
  func sources(of renderOptions: VolumeRenderOptions) -> [Source]? {
    let tables = all.filter { $0.relationship == "Source" }
    var sources: [Source] = []
    for file in renderOptions.files {
      guard let bytes = tables.first(where: { $0.name == file.attachment })?.bytes else { return nil }
      sources.append(Source(path: file.path, bytes: bytes))
    }
    return sources
  }

  /// The data, without the source and the options.
  var data: [EmbeddedFile] { all.filter(\.isData) }

  var damaged: [String] { all.filter { !$0.isIntact }.map(\.name) }
}
