import Glibc
import ReportModel

/// Reads inputs whole.
enum InputFile {
  /// No activity table is larger; a larger file is a mistake.
  static let largest = 64 << 20

  /// Reports carry their source and their data.
  static let largestReport = 256 << 20

  /// What an input may be, besides an ordinary file.
  enum Kind {
    /// A pipe, as the shell's `<(…)` gives, or a device.
    case anything
    case ordinaryFile
    /// In the folder of this path, to which others may write: by no link on the way from there.
    case fileOfOthers(in: String)

    fileprivate var isAnything: Bool { if case .anything = self { true } else { false } }
  }

  static func read(
    _ path: String, largest: Int = largest, _ kind: Kind = .anything
  ) throws(FileFailure) -> [UInt8] {
    // Opening a pipe that nobody writes into would wait.
    let descriptor =
      switch kind {
      case .anything: System.open(path, O_RDONLY)
      case .ordinaryFile: System.open(path, O_RDONLY | O_NONBLOCK)
      case .fileOfOthers(in: let folder): SharedFolder.open(path, in: folder)
      }
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(path, EISDIR) }
    guard kind.isAnything || status.st_mode & S_IFMT == S_IFREG else { throw failure(path, EINVAL) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(0, Int(status.st_size)), largest))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, errno) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= largest else { throw failure(path, EFBIG) }
    }
  }

  /// About what a file holds once unpacked, in bytes; 0 where nobody can tell.
  static func unpackedSize(_ path: String) -> Int {
    guard let status = System.status(path), status.st_mode & S_IFMT == S_IFREG else { return 0 }
    let descriptor = System.open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var head: [UInt8] = [0, 0]
    let isPacked = Glibc.read(descriptor, &head, head.count) == head.count && InputFile.isPacked(head)
    return min(largestReport, Int(status.st_size)) * (isPacked ? packing : 1)
  }

  static func unpackedSize(of bytes: [UInt8]) -> Int { bytes.count * (isPacked(bytes) ? packing : 1) }

  /// Spreadsheets are ZIP archives (`PK`), a tenth of the text in them.
  private static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B]) }
  private static let packing = 10

  static func failure(_ path: String, _ error: Int32) -> FileFailure {
    let (es, en) = reason(error)
    return FileFailure(
      .input, path, code: .unreadableInput,
      LocalizedText(es: "no se puede leer: \(es)", en: "cannot be read: \(en)"),
      hint: LocalizedText(
        es: "Revise el nombre del archivo y sus permisos.", en: "Check the file's name and its permissions."))
  }

  static func reason(_ error: Int32) -> (es: String, en: String) {
    switch error {
    case ENOENT: ("no existe", "it does not exist")
    case EEXIST: ("ya existe", "it exists already")
    case EACCES, EPERM: ("no hay permiso", "permission denied")
    case ELOOP: ("es una liga que no lleva a ningún archivo", "it is a link that leads to no file")
    case EXDEV:
      ("está fuera de la carpeta, o detrás de una liga", "it is outside the folder, or behind a link")
    case ENXIO: ("no es un archivo normal", "it is no ordinary file")
    case ENOMEM: ("no hay memoria suficiente", "out of memory")
    case EMFILE, ENFILE: ("hay demasiados archivos abiertos", "too many files are open")
    case EISDIR: ("es una carpeta", "it is a folder")
    case ENOTDIR: ("parte de la ruta no es una carpeta", "a part of the path is no folder")
    case EINVAL: ("no es un archivo normal", "it is no ordinary file")
    case EFBIG: ("es demasiado grande", "it is too large")
    case ENOSPC: ("el disco está lleno", "the disk is full")
    case EROFS: ("el disco es de solo lectura", "the disk is read-only")
    case ENAMETOOLONG: ("el nombre es demasiado largo", "the name is too long")
    default: ("error \(error) del sistema", "system error \(error)")
    }
  }
}
