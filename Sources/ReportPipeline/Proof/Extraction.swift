import PDFReading
public import ReportModel

/// Gives back the files a PDF carries.
public enum Extraction {
  public struct Result: Sendable {
    /// Paths of the files written.
    public var written: [String]
    /// One for each attached file that is damaged, and so not written.
    public var damaged: [Diagnostic]
  }

  /// Writes all attached files that are whole, or none: under safe names, into `folder`, over nothing that is there.
  /// - Parameter folder: made if it is not there; the folder it stands in must be.
  public static func extract(_ report: String, to folder: String) throws(ProofFailure) -> Result {
    let files = try embeddedFiles(of: report)
    let whole = files.filter(\.isIntact)
    let damaged = files.filter { !$0.isIntact }.map { ProofFailure.damagedAttachment($0.name, report) }
    let names = SafeName.names(for: whole.map(\.name))
    let contents = zip(names, whole).map { (name: $0, bytes: $1.bytes ?? []) }
    do throws(FileFailure) {
      if !contents.isEmpty { try NewFile.write(contents, in: folder) }
    } catch {
      throw .file(error)
    }
    return Result(written: names.map { folder + "/" + $0 }, damaged: damaged)
  }

  private static func embeddedFiles(of report: String) throws(ProofFailure) -> [EmbeddedFile] {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try InputFile.read(report, largest: InputFile.largestReport)
    } catch {
      throw .file(error)
    }
    let files: [EmbeddedFile]
    do throws(PDFReadingError) {
      files = try PDFFile(bytes).embeddedFiles()
    } catch {
      throw .unreadable(error, report)
    }
    guard !files.isEmpty else { throw .nothingCarried(by: report) }
    return files
  }
}
