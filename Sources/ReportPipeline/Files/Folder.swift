import Glibc

/// Folders of the file system.
public enum Folder {
  /// Whether there is a folder, or a link to one.
  public static func exists(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Whether there is an ordinary file, or a link to one; or a link that leads nowhere, which is an input that cannot be
  /// read rather than none.
  static func isFile(_ path: String) -> Bool { (kind(of: path) ?? S_IFREG) == S_IFREG }

  /// Of a path, up to and with the last slash; empty for a mere name.
  public static func part(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  /// Makes a folder and those it lies in, as far as they are missing.
  public static func make(_ path: String) throws(FileFailure) {
    guard !path.isEmpty, !exists(path) else { return }
    if let slash = path.dropLast().lastIndex(of: "/") { try make(String(path[..<slash])) }
    guard System.makeFolder(path) == 0 || errno == EEXIST else { throw AtomicFile.creation(path, errno) }
  }

  /// Brings to the disk which files the folder has. One that cannot be synced is no failure: the files are whole.
  /// - Parameter path: empty for the current folder.
  public static func sync(_ path: String) {
    let descriptor = System.open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Names of the entries in the order of their bytes.
  static func names(in path: String) throws(FileFailure) -> [String] {
    guard let names = System.names(in: path) else { throw InputFile.failure(path, errno) }
    return names
  }

  private static func kind(of path: String) -> UInt32? { System.status(path).map { $0.st_mode & S_IFMT } }
}
