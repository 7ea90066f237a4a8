import Glibc

/// Writes files where none are, whole or not at all; what is there already is never touched.
enum NewFile {
  /// - Throws: when there is a file, folder or link of that name, or it cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let temporary: TemporaryFile
    do throws(SystemError) {
      temporary = try TemporaryFile(in: Folder.part(of: path))
    } catch {
      throw AtomicFile.creation(path, error.code)
    }
    do throws(SystemError) {
      try temporary.write(bytes)
    } catch {
      throw AtomicFile.writing(path, error.code)
    }
    do throws(SystemError) {
      try temporary.take(path)
    } catch {
      throw AtomicFile.creation(path, error.code)
    }
  }

  /// All of them or none, however the program ends: a new folder appears with all its files; in one that is there already
  /// they get their names once all are written, and if the program is killed among those, the next run that writes there
  /// takes them back. (Without hard links, as on FAT, it cannot.)
  static func write(_ files: [(name: String, bytes: [UInt8])], in folder: String) throws(FileFailure) {
    let isNew = System.linkStatus(folder) == nil
    let temporary: TemporaryFolder
    do throws(SystemError) {
      temporary = try TemporaryFolder(in: isNew ? Folder.part(of: folder) : folder + "/")
    } catch {
      throw AtomicFile.creation(folder, error.code)
    }
    for file in files {
      do throws(FileFailure) {
        try write(file.bytes, to: SystemPath.path(of: file.name, in: temporary.path))
      } catch {
        throw error.renamed(SystemPath.path(of: file.name, in: folder))
      }
    }
    guard isNew else { return try temporary.share(files.map(\.name), in: folder) }
    do throws(SystemError) {
      try temporary.take(folder)
    } catch {
      throw AtomicFile.creation(folder, error.code)
    }
  }
}
