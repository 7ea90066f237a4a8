import Glibc

/// Writes files where none are, whole or not at all; what is there already is never touched.
enum NewFile {
  /// - Throws: when there is a file, folder or link of that name, or it cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw AtomicFile.creation(path, errno) }
    defer { unlink(temporary) }
    var failed = AtomicFile.writeAll(bytes, descriptor)
    if failed == 0, fsync(descriptor) != 0 { failed = errno }
    if close(descriptor) != 0, failed == 0 { failed = errno }
    guard failed == 0 else { throw AtomicFile.writing(path, failed) }
    // Unlike renaming, linking fails where something stands already.
    guard link(temporary, path) == 0 else { throw AtomicFile.creation(path, errno) }
  }

  /// All of them or none: a failure takes back those already written.
  static func write(_ files: [(name: String, bytes: [UInt8])], in folder: String) throws(FileFailure) {
    let isNew = mkdir(folder, 0o777) == 0
    guard isNew || errno == EEXIST else { throw AtomicFile.creation(folder, errno) }
    var written: [String] = []
    do throws(FileFailure) {
      for file in files {
        let path = folder + "/" + file.name
        try write(file.bytes, to: path)
        written.append(path)
      }
    } catch {
      for path in written { unlink(path) }
      if isNew { rmdir(folder) }
      throw error
    }
  }
}
