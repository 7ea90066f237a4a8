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

  /// All of them or none: a new folder appears with all its files, however the program ends; in one that is there already
  /// a failure takes back those written.
  static func write(_ files: [(name: String, bytes: [UInt8])], in folder: String) throws(FileFailure) {
    if System.linkStatus(folder) == nil { return try write(files, inNew: folder) }
    var written: [String] = []
    do throws(FileFailure) {
      for file in files {
        let path = SystemPath.path(of: file.name, in: folder)
        try write(file.bytes, to: path)
        written.append(path)
      }
    } catch {
      for path in written { System.remove(path) }
      throw error
    }
  }

  private static func write(
    _ files: [(name: String, bytes: [UInt8])], inNew folder: String
  ) throws(FileFailure) {
    let parent = Folder.part(of: folder)
    Leftovers.remove(from: parent)
    let temporary = TemporaryName.new(in: parent)
    guard System.makeFolder(temporary) == 0 else { throw AtomicFile.creation(folder, errno) }
    var isMoved = false
    defer {
      if !isMoved {
        for file in files { System.remove(SystemPath.path(of: file.name, in: temporary)) }
        System.removeFolder(temporary)
      }
    }
    for file in files {
      do throws(FileFailure) {
        try write(file.bytes, to: SystemPath.path(of: file.name, in: temporary))
      } catch {
        throw error.renamed(SystemPath.path(of: file.name, in: folder))
      }
    }
    // Renaming a folder replaces nothing but an empty one.
    guard System.rename(temporary, folder) == 0 else { throw AtomicFile.creation(folder, errno) }
    isMoved = true
  }
}
