import Glibc

/// Folders of the file system.
public enum Folder {
  /// Whether there is a folder, or a link to one.
  public static func exists(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Whether there is an ordinary file, or a link to one; or a link that leads nowhere, which is an input that cannot be
  /// read rather than none.
  static func isFile(_ path: String) -> Bool { (kind(of: path) ?? S_IFREG) == S_IFREG }

  /// Makes a folder and those it lies in, as far as they are missing. What cannot be made shows when a file is written.
  public static func make(_ path: String) {
    guard !path.isEmpty, !exists(path) else { return }
    if let slash = path.dropLast().lastIndex(of: "/") { make(String(path[..<slash])) }
    mkdir(path, 0o777)
  }

  /// Brings to the disk which files the folder has. One that cannot be synced is no failure: the files are whole.
  /// - Parameter path: empty for the current folder.
  public static func sync(_ path: String) {
    let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Names of the entries in the order of their bytes.
  static func names(in path: String) throws(FileFailure) -> [String] {
    guard let folder = opendir(path) else { throw InputFile.failure(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw InputFile.failure(path, errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func kind(of path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
