import Glibc

/// A folder to which others may write: what they put there must not make this program read what they may not.
enum SharedFolder {
  /// Opens a file for reading, folder by folder from `folder` on, none of them by a link. So it does not matter what takes
  /// another's name meanwhile.
  /// - Parameter path: begins with `folder`; `..` counts as written, but must not lead out.
  /// - Returns: -1, with `errno` set to `EXDEV` where it is outside or behind a link.
  static func open(_ path: String, in folder: String) -> Int32 {
    guard let names = names(path, below: folder), let file = names.last else { return outside }
    var place = System.open(folder, O_RDONLY | O_DIRECTORY)
    for name in names.dropLast() where place >= 0 { place = step(place, name, O_DIRECTORY) }
    return place < 0 ? -1 : step(place, file, O_NONBLOCK)
  }

  private static func names(_ path: String, below folder: String) -> [Substring]? {
    guard path.hasPrefix(folder + "/") else { return nil }
    var names: [Substring] = []
    for name in path.dropFirst(folder.count + 1).split(separator: "/") where name != "." {
      if name != ".." { names.append(name) } else if names.popLast() == nil { return nil }
    }
    return names
  }

  /// Closes `place` and gives what is in it.
  private static func step(_ place: Int32, _ name: Substring, _ flags: Int32) -> Int32 {
    let next = System.withPath(String(name)) { openat(place, $0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags) }
    // A link is ELOOP, or ENOTDIR where a folder is wanted.
    let error = [ELOOP, ENOTDIR].contains(errno) ? EXDEV : errno
    close(place)
    if next < 0 { errno = error }
    return next
  }

  private static var outside: Int32 {
    errno = EXDEV
    return -1
  }
}
