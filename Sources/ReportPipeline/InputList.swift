/// What the user named as inputs, in full: folders with all tables in them and below.
public struct InputList: Sendable {
  public enum Entry: Sendable {
    case table(BatchInput)
    /// A folder that cannot be read or has no table, in its place among the tables.
    case failure(FileFailure)
  }

  /// In the order given; within a folder by name, byte for byte.
  public private(set) var entries: [Entry] = []
  /// Files in the folders that are no tables.
  public private(set) var ignored: [String] = []
  /// Whether a folder was named.
  public private(set) var hasFolders = false
  private let output: FileIdentity?

  /// - Parameters:
  ///   - names: files and folders.
  ///   - output: the folder of the reports; it is not searched for tables when it lies within another. Neither are
  ///     folders of open data that this program wrote.
  public init(_ names: [String], output: String?) {
    self.output = output.flatMap(FileIdentity.init)
    for name in names {
      if Folder.exists(name) { add(folder: name) } else { entries.append(.table(BatchInput(path: name, folder: ""))) }
    }
  }

  public var tables: [BatchInput] {
    entries.compactMap { if case .table(let input) = $0 { input } else { nil } }
  }

  private mutating func add(folder name: String) {
    hasFolders = true
    let before = entries.count
    search(name == "/" ? "" : name.trimmingSlashes, "", within: [])
    if entries.count == before { entries.append(.failure(FileFailure.noTables(in: name))) }
  }

  /// - Parameters:
  ///   - place: path of a folder.
  ///   - folder: the same, from the folder the user named on.
  ///   - ancestors: folders on the way here; a link may lead back to one of them.
  private mutating func search(_ place: String, _ folder: String, within ancestors: Set<FileIdentity>) {
    guard let identity = FileIdentity(place + "/"), !ancestors.contains(identity) else { return }
    do throws(FileFailure) {
      for name in try Folder.names(in: place + "/") where !InputName.isHidden(name) {
        let path = SystemPath.path(of: name, in: place)
        if Folder.exists(path) {
          guard FileIdentity(path) != output, !OpenDataFiles.isPackage(path) else { continue }
          search(path, SystemPath.path(of: name, in: folder), within: ancestors.union([identity]))
        } else if InputName.isTable(name), Folder.isFile(path) {
          entries.append(.table(BatchInput(path: path, folder: folder)))
        } else {
          ignored.append(path)
        }
      }
    } catch {
      entries.append(.failure(error))
    }
  }
}

/// A table of a batch.
public struct BatchInput: Hashable, Sendable {
  /// As it can be opened.
  public let path: String
  /// The folder it lies in, from the one the user named on; its report goes into a folder of this name below the
  /// output's. Empty for the folder itself and for files named one by one.
  public let folder: String

  public init(path: String, folder: String) {
    self.path = path
    self.folder = folder
  }
}

/// Which files of a folder are tables. Only names are looked at: a table of another name is read when it is named.
enum InputName {
  /// Hidden files, and what office programs leave beside an open file (`~$tabla.xlsx`, `.~lock.tabla.ods#`).
  static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") || name.hasPrefix("~$") }

  static func isTable(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let endings: Set<String> = ["tsv", "tab", "csv", "txt", "xlsx", "xlsm", "ods", "xls"]
}

extension String {
  fileprivate var trimmingSlashes: String {
    var text = self[...]
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }
}
