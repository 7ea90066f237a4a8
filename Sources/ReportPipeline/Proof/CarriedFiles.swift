import PDFReading

/// What a report carries, told apart by what each file says it is.
struct CarriedFiles {
  let all: [EmbeddedFile]

  /// The file the report was made from.
  var source: EmbeddedFile? { all.first { $0.relationship == "Source" } }

  /// How the report was made; nil when it carries nothing of ours.
  var recipe: Recipe? {
    var files: [String: [UInt8]] = [:]
    for file in all where file.relationship == "Supplement" && file.isIntact { files[file.name] = file.bytes }
    return all.lazy.compactMap { files[$0.name].flatMap { Recipe(json: $0, files: files) } }.first
  }

  /// The data, without the source and the options.
  var data: [EmbeddedFile] { all.filter { $0.relationship == "Data" } }

  var damaged: [String] { all.filter { !$0.isIntact }.map(\.name) }
}
