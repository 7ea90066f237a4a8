import Glibc
import Workers

/// Names for what is not yet whole, beside what it is to become: short, so that the other name may be as long as names are,
/// and known again by a later run if this one is killed.
enum TemporaryName {
  private static let (start, end) = (".informe-", ".tmp")
  private static let next = Monitor(0)

  /// - Parameter folder: with the slash; empty for the current one.
  static func new(in folder: String) -> String {
    let number = next.withLock { next in
      next += 1
      return next
    }
    return "\(folder)\(start)\(getpid())-\(number)\(end)"
  }

  /// The process that gave the name; nil for any other name.
  static func process(of name: String) -> pid_t? {
    guard name.hasPrefix(start), name.hasSuffix(end) else { return nil }
    let numbers = name.dropFirst(start.count).dropLast(end.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 2, numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) }) else { return nil }
    return pid_t(numbers[0])
  }
}

/// What killed runs have left in a folder.
enum Leftovers {
  private static let swept = Monitor<Set<String>>([])

  /// Removes them, once for each folder and process: those of our own name and user whose process is gone and that nobody
  /// holds, on whatever machine.
  static func remove(from folder: String) {
    guard swept.withLock({ $0.insert(folder).inserted }) else { return }
    for name in System.names(in: folder.isEmpty ? "." : folder) ?? [] {
      guard let process = TemporaryName.process(of: name), process != getpid() else { continue }
      let isGone = kill(process, 0) != 0 && errno == ESRCH
      if isGone { remove(folder + name) }
    }
  }

  private static func remove(_ path: String) {
    guard let status = System.linkStatus(path), status.st_uid == geteuid() else { return }
    let descriptor = System.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: System.remove(path)
    case S_IFDIR:
      for name in System.names(in: path) ?? [] { System.remove(SystemPath.path(of: name, in: path)) }
      System.removeFolder(path)
    default: break
    }
  }
}

/// A file being written under a name that nobody asked for.
struct TemporaryFile: ~Copyable {
  let path: String
  private let descriptor: Int32
  private var isKept = false

  /// - Parameter folder: with the slash; empty for the current one.
  /// - Throws: the system's error.
  init(in folder: String) throws(SystemError) {
    Leftovers.remove(from: folder)
    var attempts = 0
    while true {
      let path = TemporaryName.new(in: folder)
      let descriptor = System.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666)
      if descriptor >= 0 {
        self.path = path
        self.descriptor = descriptor
        break
      }
      attempts += 1
      // A process of the same number was killed.
      guard errno == EEXIST, attempts < 100 else { throw SystemError(errno) }
    }
    flock(descriptor, LOCK_EX | LOCK_NB)
    LastWords.setTemporary(path)
  }

  deinit {
    close(descriptor)
    if !isKept { System.remove(path) }
    LastWords.setTemporary(nil)
  }

  /// Writes all and brings it to the disk.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError(errno) }
      offset += count
    }
    guard fsync(descriptor) == 0 else { throw SystemError(errno) }
  }

  /// Gives it the permissions of a file whose place it takes; its owner, too, where the system allows.
  func takeOver(_ old: stat) {
    var own = stat()
    if fstat(descriptor, &own) == 0, own.st_uid != old.st_uid || own.st_gid != old.st_gid {
      _ = fchown(descriptor, old.st_uid, old.st_gid)
    }
    fchmod(descriptor, old.st_mode & 0o7777)
  }

  /// Puts it in the place of whatever is there.
  consuming func replace(_ target: String) throws(SystemError) {
    guard System.rename(path, target) == 0 else { throw SystemError(errno) }
    isKept = true
  }

  /// Gives it a name that nothing has.
  consuming func take(_ target: String) throws(SystemError) {
    try NewName.take(target, for: path)
    isKept = true
  }
}

/// A system's error, by its number.
struct SystemError: Error {
  let code: Int32
  init(_ code: Int32) { self.code = code }
}

/// Names that nothing has yet.
private enum NewName {
  /// Unlike renaming, linking fails where something stands already.
  static func take(_ target: String, for path: String) throws(SystemError) {
    if System.withPath(path, { path in System.withPath(target) { link(path, $0) } }) == 0 {
      System.remove(path)
      return
    }
    // FAT and its like have no hard links; there the name is taken by an empty file first.
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK, EXDEV].contains(errno) else { throw SystemError(errno) }
    let descriptor = System.open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw SystemError(errno) }
    close(descriptor)
    guard System.rename(path, target) == 0 else {
      let code = errno
      System.remove(target)
      throw SystemError(code)
    }
  }
}
