/// The files that the name of the year before stands for.
enum PreviousFiles {
  /// The file itself, or all tables of a folder and those below it, each under its path.
  static func read(_ path: String, _ kind: InputFile.Kind) throws(FileFailure) -> [Source] {
    // What may be anybody's link is never followed into a folder.
    guard case .ordinaryFile = kind, Folder.exists(path) else { return [try file(path, kind)] }
    var sources: [Source] = []
    for entry in InputList([path], output: nil).entries {
      switch entry {
      case .table(let table): sources.append(try file(table.path, kind))
      case .failure(let failure): throw failure
      }
    }
    return sources
  }

  private static func file(_ path: String, _ kind: InputFile.Kind) throws(FileFailure) -> Source {
    Source(path: path, bytes: try InputFile.read(path, largest: InputFile.largestReport, kind))
  }
}
