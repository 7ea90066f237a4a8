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
    let target = resolved(path)
    if let identity = FileIdentity(target), inputs.contains(where: { $0.contains(identity) }) {
      throw overwriting(path)
    }
    var status = stat()
    if stat(target, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { throw creation(path, EISDIR) }
      // A rename would put a file in the place of a device or a pipe.
      if kind != S_IFREG { throw creation(path, EINVAL) }
    }
    let (temporary, descriptor) = openTemporary(beside: target)
    guard descriptor >= 0 else { throw creation(path, errno) }
    var failed = writeAll(bytes, descriptor)
    if failed == 0, fsync(descriptor) != 0 { failed = errno }
    if close(descriptor) != 0, failed == 0 { failed = errno }
    if failed == 0, rename(temporary, target) != 0 { failed = errno }
    guard failed == 0 else {
      unlink(temporary)
      throw writing(path, failed)
    }
  }

  /// A new file that nobody else has; a descriptor below 0 when there can be none. A process that was killed may have
  /// left one of the same number behind.
  private static func openTemporary(beside target: String) -> (path: String, descriptor: Int32) {
    var attempt = 0
    while true {
      let path = target + ".\(getpid())" + (attempt == 0 ? "" : "-\(attempt)") + ".tmp"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor < 0, errno == EEXIST, attempt < 100 else { return (path, descriptor) }
      attempt += 1
    }
  }

  /// 0, or the system's error.
  static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      offset += count
    }
    return 0
  }

  /// A link is written through, not replaced.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
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
      .creation, path, code: "output-not-created",
      LocalizedText(es: "no se puede crear: \(es)", en: "cannot be created: \(en)"),
      hint: LocalizedText(
        es: "Elija otro lugar con -o, en una carpeta que exista y donde pueda escribir.",
        en: "Choose another place with -o, in a folder that exists and that you may write to."))
  }

  static func writing(_ path: String, _ error: Int32) -> FileFailure {
    let (es, en) = InputFile.reason(error)
    return FileFailure(
      .writing, path, code: "output-not-written",
      LocalizedText(es: "no se pudo escribir: \(es)", en: "could not be written: \(en)"),
      hint: LocalizedText(
        es: "Libere espacio o elija otro lugar con -o.", en: "Free space or choose another place with -o."))
  }

  private static func overwriting(_ path: String) -> FileFailure {
    FileFailure(
      .creation, path, code: "output-is-input",
      LocalizedText(es: "es el archivo de entrada; no se sobrescribe", en: "is the input; it is not overwritten"),
      hint: LocalizedText(es: "Elija otro nombre con -o.", en: "Choose another name with -o."))
  }
}
