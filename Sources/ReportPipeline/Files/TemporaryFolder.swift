import Glibc

/// A folder being filled under a name that nobody asked for.
struct TemporaryFolder: ~Copyable {
  let path: String
  private let descriptor: Int32
  private var isKept = false

  /// - Parameter folder: with the slash; empty for the current one.
  /// - Throws: the system's error.
  init(in folder: String) throws(SystemError) {
    path = try TemporaryName.take(in: folder) { System.makeFolder($0) }.path
    descriptor = System.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    if !isKept { TemporaryFolder.remove(path) }
    close(descriptor)
  }

  /// Becomes the folder of this name, with all that is in it at once. Renaming a folder replaces nothing but an empty one.
  consuming func take(_ target: String) throws(SystemError) {
    guard System.rename(path, target) == 0 else { throw SystemError(errno) }
    isKept = true
  }

  /// Gives each of its files a second name in the folder that it lies in: all of them, or none. What a killed process has
  /// begun of that is taken back by `undo`.
  consuming func share(_ names: [String], in folder: String) throws(FileFailure) {
    for (index, name) in names.enumerated() {
      do throws(SystemError) {
        try NewName.take(SystemPath.path(of: name, in: folder), for: SystemPath.path(of: name, in: path))
      } catch {
        for name in names[..<index] { System.remove(SystemPath.path(of: name, in: folder)) }
        throw AtomicFile.creation(SystemPath.path(of: name, in: folder), error.code)
      }
    }
  }

  /// Removes one that a killed process has left; and, where it had shared some of its files and not yet all, their second
  /// names. A file that only has the same name is another's, and stays.
  /// - Parameter folder: it lies in; with the slash.
  static func undo(_ path: String, in folder: String) {
    let names = System.names(in: path) ?? []
    let shared = names.filter { name in
      guard let own = System.linkStatus(SystemPath.path(of: name, in: path)),
        let other = System.linkStatus(SystemPath.path(of: name, in: folder))
      else {
        return false
      }
      return FileIdentity(own) == FileIdentity(other)
    }
    if shared.count < names.count { for name in shared { System.remove(SystemPath.path(of: name, in: folder)) } }
    remove(path)
  }

  private static func remove(_ path: String) {
    for name in System.names(in: path) ?? [] { System.remove(SystemPath.path(of: name, in: path)) }
    System.removeFolder(path)
  }
}
