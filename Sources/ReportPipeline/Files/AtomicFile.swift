import Glibc
import ReportModel
import Workers

/// Writes a file whole or not at all: into a temporary file beside the target, synced, then renamed over it. Whatever
/// fails, a file that was there stays as it was and no temporary file is left. That the new one outlasts a loss of power
/// takes `Folder.sync` besides, once for many files.
public enum AtomicFile {
  /// - Parameter inputs: files that must not be overwritten, by whatever name or link they are reached.
  public static func write(_ bytes: [UInt8], to path: String, sparing inputs: Set<FileIdentity>...) throws(FileFailure)
  {
    let target = try target(of: path)
    let old = System.status(target)
    if let old {
      if inputs.contains(where: { $0.contains(FileIdentity(old)) }) { throw overwriting(path) }
      // A rename would put a file in the place of a device or a pipe.
      let kind = old.st_mode & S_IFMT
      if kind != S_IFREG { throw creation(path, kind == S_IFDIR ? EISDIR : EINVAL) }
    }
    let temporary: TemporaryFile
    do throws(SystemError) {
      temporary = try TemporaryFile(in: Folder.part(of: target))
    } catch {
      throw creation(path, error.code)
    }
    do throws(SystemError) {
      try temporary.write(bytes)
      // What was private stays private.
      if let old { temporary.takeOver(old) }
      try temporary.replace(target)
    } catch {
      throw writing(path, error.code)
    }
  }

  /// A link is written through, not replaced; so one that leads nowhere, in circles, or to a file that has no name (any
  /// more) cannot be written at all.
  private static func target(of path: String) throws(FileFailure) -> String {
    guard let own = System.linkStatus(path) else {
      if errno != ENOENT || path.isEmpty { throw creation(path, path.isEmpty ? ENOENT : errno) }
      return path
    }
    guard own.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let real = System.real(path), let found = System.status(path), let same = System.status(real),
      FileIdentity(found) == FileIdentity(same)
    else { throw creation(path, ELOOP) }
    return real
  }
}

// The end of the program
extension AtomicFile {
  private struct Writers: Sendable {
    var count = 0
    var isClosed = false
  }

  private static let writers = Monitor(Writers())

  /// Runs `body`, which writes: the program does not end in the midst of it. Not within another.
  public static func uninterrupted<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    writers.change(when: { !$0.isClosed }, by: { $0.count += 1 })
    defer { writers.change { $0.count -= 1 } }
    try body()
  }

  /// Waits for the files being written and lets no other begin, for good: whoever ends the program while other threads
  /// write calls this first, and leaves whole files only.
  public static func cease() {
    writers.change { $0.isClosed = true }
    writers.wait { $0.count == 0 }
  }
}

extension AtomicFile {
  static func creation(_ path: String, _ error: Int32) -> FileFailure {
    let (es, en) = InputFile.reason(error)
    return FileFailure(
      .creation, path, code: .outputNotCreated,
      LocalizedText(es: "no se puede crear: \(es)", en: "cannot be created: \(en)"),
      hint: LocalizedText(
        es: "Elija otro lugar con -o, en una carpeta que exista y donde pueda escribir.",
        en: "Choose another place with -o, in a folder that exists and that you may write to."))
  }

  static func writing(_ path: String, _ error: Int32) -> FileFailure {
    let (es, en) = InputFile.reason(error)
    return FileFailure(
      .writing, path, code: .outputNotWritten,
      LocalizedText(es: "no se pudo escribir: \(es)", en: "could not be written: \(en)"),
      hint: LocalizedText(
        es: "Libere espacio o elija otro lugar con -o.", en: "Free space or choose another place with -o."))
  }

  private static func overwriting(_ path: String) -> FileFailure {
    FileFailure(
      .creation, path, code: .outputIsInput,
      LocalizedText(es: "es el archivo de entrada; no se sobrescribe", en: "is the input; it is not overwritten"),
      hint: LocalizedText(es: "Elija otro nombre con -o.", en: "Choose another name with -o."))
  }
}
