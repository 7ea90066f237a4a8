import PDFReading
import ReportModel

/// Gives back the files a PDF carries.
public enum Extraction {
  /// All that are whole, under safe names.
  static func files(of report: String) throws(ProofFailure) -> AttachedFileList {
    let files = try embeddedFiles(of: report)
    let whole = files.filter(\.isIntact)
    return AttachedFileList(
      files: zip(SafeName.names(for: whole.map(\.name)), whole).map { ($0, $1.bytes ?? []) },
      damaged: files.filter { !$0.isIntact }.map { ProofFailure.damagedAttachment($0.name, report) })
  }

  /// Writes all or none, over nothing that is there.
  /// - Parameter folder: made if it is not there; the folder it stands in must be.
  /// - Returns: the paths written.
  public static func write(_ list: AttachedFileList, to folder: String) throws(FileFailure) -> [String] {
    if !list.files.isEmpty { try NewFile.write(list.files, in: folder) }
    return list.files.map { SystemPath.path(of: $0.name, in: folder) }
  }

  private static func embeddedFiles(of report: String) throws(ProofFailure) -> [EmbeddedFile] {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try InputFile.read(report, largest: InputFile.largestReport)
    } catch {
      throw .file(error)
    }
    let file: PDFFile
    do throws(PDFReadingError) {
      file = try PDFFile(bytes)
    } catch {
      throw .unreadable(error, report)
    }
    let files = file.embeddedFiles()
    guard !file.isTooLarge else { throw .unreadable(.tooLarge, report) }
    guard !files.isEmpty else { throw .nothingCarried(by: report) }
    return files
  }
}
