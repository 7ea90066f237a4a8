import Glibc
import ReportModel

/// Writes open data beside a report, under names that its own name makes: `x.pdf` has `x-datos/` and `x-sipot.xlsx`. As no
/// two reports of a run have one name, neither have their data. What this program did not write is never touched.
public struct OpenDataFiles {
  /// `datos.csv` and its descriptor are in here.
  private let folder: String
  private let form: String

  /// - Parameter report: its path.
  public init(beside report: String) {
    let name = SystemPath.name(of: report)
    let ending = name.lastIndex(of: ".").map { name[$0...].utf8.count } ?? 0
    let stem = String(decoding: report.utf8.dropLast(ending), as: UTF8.self)
    folder = stem + "-datos"
    form = stem + "-sipot.xlsx"
  }

  /// - Parameter inputs: files that must not be overwritten, by whatever name or link they are reached.
  /// - Returns: the paths of what was not there in the same bytes already.
  public func write(_ data: OpenData, sparing inputs: Set<FileIdentity>...) throws(FileFailure) -> [String] {
    let inputs = inputs.reduce(into: Set()) { $0.formUnion($1) }
    var written: [String] = []
    if !data.package.isEmpty { written += try write(package: data.package, sparing: inputs) }
    if let form = data.form { written += try write(form: form) }
    return written
  }

  /// A new folder appears with all its files. In one of ours each is replaced whole, the table before the descriptor: should
  /// the program be killed between them, the checksum in the descriptor shows it.
  private func write(
    package files: [(name: String, bytes: [UInt8])], sparing inputs: Set<FileIdentity>
  ) throws(FileFailure) -> [String] {
    let paths = files.map { SystemPath.path(of: $0.name, in: folder) }
    guard System.linkStatus(folder) != nil else {
      try NewFile.write(files, in: folder)
      return paths
    }
    guard isOurs else { throw OpenDataFiles.foreign(folder) }
    var written: [String] = []
    for (path, file) in zip(paths, files) where !isWritten(file.bytes, path) {
      try AtomicFile.write(file.bytes, to: path, sparing: inputs)
      written.append(path)
    }
    return written
  }

  /// Whether the folder is one of this program's data packages, or empty.
  private var isOurs: Bool {
    guard let names = System.names(in: folder) else { return false }
    return names.isEmpty || OpenDataFiles.isPackage(folder)
  }

  /// Whether a folder is a data package of this program's.
  static func isPackage(_ folder: String) -> Bool {
    let descriptor = SystemPath.path(of: DataPackage.descriptorName, in: folder)
    return (try? InputFile.read(descriptor, .ordinaryFile)).map(DataPackage.isOurs) ?? false
  }

  /// People fill in by hand what no table tells: a form that is there is never written over.
  private func write(form bytes: [UInt8]) throws(FileFailure) -> [String] {
    if System.linkStatus(form) == nil {
      try NewFile.write(bytes, to: form)
      return [form]
    }
    guard isWritten(bytes, form) else { throw OpenDataFiles.existingForm(form) }
    return []
  }

  private func isWritten(_ bytes: [UInt8], _ path: String) -> Bool {
    (try? InputFile.read(path, .ordinaryFile)) == bytes
  }
}

extension OpenDataFiles {
  private static func foreign(_ folder: String) -> FileFailure {
    FileFailure(
      .creation, folder, code: .dataNotOurs,
      LocalizedText(
        es: "ya existe y no es una carpeta de datos de este programa; no se toca",
        en: "is there already and is no data folder of this program; it is left alone"),
      hint: LocalizedText(
        es: "Muévala, o elija otro lugar con -o.", en: "Move it, or choose another place with -o."))
  }

  private static func existingForm(_ path: String) -> FileFailure {
    FileFailure(
      .creation, path, code: .formExists,
      LocalizedText(
        es: "ya existe y es otra; quizá alguien la completó a mano, así que no se toca",
        en: "is there already and is another; somebody may have completed it by hand, so it is left alone"),
      hint: LocalizedText(
        es: "Muévala o bórrela, y vuelva a ejecutar.", en: "Move or delete it, and run this again."))
  }
}
