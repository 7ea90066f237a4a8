/// What the user says a report is made from: a table, or a folder of them.
struct ProofBasis {
  /// Each by its name, with its folder below the one that was named.
  let tables: [Source]
  let isFolder: Bool
  /// Beside which a configuration is looked for.
  let path: String

  /// - Parameter path: of a file or a folder.
  init(_ path: String) throws(ProofFailure) {
    isFolder = Folder.exists(path)
    self.path = isFolder && !path.hasSuffix("/") ? path + "/" : path
    guard isFolder else {
      tables = [Source(path: path, bytes: try Verifier.read(path, largest: InputFile.largest))]
      return
    }
    var tables: [Source] = []
    for entry in InputList([path], output: nil).entries {
      switch entry {
      case .failure(let failure): throw .file(failure)
      case .table(let input):
        let bytes = try Verifier.read(input.path, largest: InputFile.largest)
        tables.append(Source(path: input.nameInFolder, bytes: bytes))
      }
    }
    self.tables = tables
  }

  /// A single table, given already.
  init(_ table: Source) {
    tables = [table]
    isFolder = false
    path = table.path
  }

  /// The table that a report of one is to be made from; of a folder, the one of that name, or whose checksum is among the
  /// report's keywords.
  func table(named name: String?, keywords: String?) -> Source? {
    guard isFolder else { return tables.first }
    return tables.first { $0.name == name } ?? table(of: keywords) ?? tables.first
  }

  /// The table whose data has its checksum among a report's keywords.
  func table(of keywords: String?) -> Source? {
    guard let keywords else { return nil }
    return tables.first { table in
      Job.read(table, sheet: nil).reports.contains { keywords.contains(CanonicalData($0.report).keyword) }
    }
  }

  /// How the tables that a volume carries are others.
  func differences(from carried: [Source]) -> [Deviation] {
    let names = Dictionary(carried.map { ($0.path, $0.bytes) }) { first, _ in first }
    let own = Dictionary(tables.map { (isFolder ? $0.path : $0.name, $0.bytes) }) { first, _ in first }
    let changed = tables.compactMap { table -> Deviation? in
      guard let bytes = names[isFolder ? table.path : table.name] else { return .notCarried(table.path) }
      return bytes == table.bytes ? nil : .otherSource(table.path)
    }
    return changed + carried.filter { own[$0.path] == nil }.map { .notInFolder($0.path) }
  }
}

extension BatchInput {
  /// The file's name, with its folder below the one that the user named.
  public var nameInFolder: String { SystemPath.path(of: SystemPath.name(of: path), in: folder) }
}
