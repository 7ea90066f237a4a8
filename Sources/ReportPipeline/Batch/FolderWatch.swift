import Glibc

/// Looks at a folder again and again, and tells which tables are there that have not been told of: new ones, and those that
/// have changed, or whose `informe.yml` has.
///
/// It only ever looks: files of other computers in a shared folder announce nothing to inotify.
public struct FolderWatch: Sendable {
  /// What was found at one look.
  public struct Look: Sendable {
    /// To be worked on: whole, as far as anyone can tell.
    public fileprivate(set) var ready: [BatchInput] = []
    /// Paths of those that were there and are no more, under that name.
    public fileprivate(set) var gone: [String] = []
  }

  /// A file's content as the system tells it without reading: when any of this is another, so may the content be.
  private struct Stamp: Hashable {
    let identity: FileIdentity
    let size: Int
    let changes: [Int]

    init(_ status: stat) {
      identity = FileIdentity(status)
      size = Int(status.st_size)
      changes = [status.st_mtim, status.st_ctim].flatMap { [$0.tv_sec, $0.tv_nsec] }
    }
  }

  /// A table with the configuration beside it.
  private struct State: Hashable {
    let table: Stamp
    let configuration: Stamp?
  }

  private let folder: String
  /// At the last look.
  private var seen: [String: State] = [:]
  /// Told of as ready.
  private var told: [String: State] = [:]

  /// - Parameter folder: no slash at its end.
  public init(_ folder: String) { self.folder = folder }

  /// A table is ready when nothing about it has changed since the look before, it is not empty, and nobody has it locked. So
  /// between looks there should be more time than a copy may pause for.
  /// - Throws: when the folder itself cannot be read; what is below is looked at again another time.
  public mutating func look() throws(FileFailure) -> Look {
    _ = try Folder.names(in: folder + "/")
    var (look, now): (Look, [String: State]) = (Look(), [:])
    search(folder, "") { input, state in
      now[input.path] = state
      let isWhole = seen[input.path] == state && state.table.size > 0
      if isWhole, told[input.path] != state, !FolderWatch.isLocked(input.path) {
        told[input.path] = state
        look.ready.append(input)
      }
    }
    look.gone = told.keys.filter { now[$0] == nil }.sorted()
    for path in look.gone { told[path] = nil }
    seen = now
    return look
  }

  /// What was told of as ready could not be worked on through no fault of its own: it is to be told of again.
  public mutating func again(_ path: String) { told[path] = nil }

  /// Ordinary files in real folders: a link might lead to what whoever may write here may not read.
  private func search(_ place: String, _ folder: String, _ found: (BatchInput, State) -> Void) {
    let configuration = System.linkStatus(SystemPath.path(of: ConfigurationFile.name, in: place)).map(Stamp.init)
    for name in System.names(in: place + "/") ?? [] where !InputName.isHidden(name) {
      let path = SystemPath.path(of: name, in: place)
      guard let status = System.linkStatus(path) else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: search(path, SystemPath.path(of: name, in: folder), found)
      case S_IFREG where InputName.isTable(name):
        found(BatchInput(path: path, folder: folder), State(table: Stamp(status), configuration: configuration))
      default: break
      }
    }
  }

  /// Whether another program is writing and says so (fcntl(2)), as file servers do for the programs of their users.
  private static func isLocked(_ path: String) -> Bool {
    let descriptor = System.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    // What cannot be opened is for the reader to tell.
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_RDLCK)
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}

extension Folder {
  /// Whether a folder is another, or lies in it, by whatever names and links. Neither need be there yet.
  public static func isWithin(_ inner: String, _ outer: String) -> Bool {
    guard let outer = FileIdentity(outer) else { return false }
    var path = inner
    while System.real(path) == nil {
      guard let slash = path.dropLast().lastIndex(of: "/") else {
        path = "."
        break
      }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    guard var real = System.real(path) else { return false }
    while FileIdentity(real) != outer {
      guard real != "/", let slash = real.lastIndex(of: "/") else { return false }
      real = slash == real.startIndex ? "/" : String(real[..<slash])
    }
    return true
  }
}
