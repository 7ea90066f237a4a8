import ReportPipeline
import Workers

/// Where the reports of a run go, and who has which name there.
final class OutputPlace: Sendable {
  /// The folder, which is made if it is missing; nil when the user named a file, whose folder must be there.
  let folder: String?
  private let file: String
  private let format: Render.Format
  /// Path to the input whose report it is.
  private let taken = Monitor<[String: String]>([:])

  static let defaultFolder = "Output"

  /// `-o` names a folder when it ends in a slash, is one, or there are several inputs or a folder of them; else a file.
  init(_ output: String?, format: Render.Format, inputs: [String]) {
    self.format = format
    file = output ?? ""
    guard let output else {
      folder = OutputPlace.defaultFolder
      return
    }
    let isFolder = output.hasSuffix("/") || inputs.count > 1 || ([output] + inputs).contains(where: Folder.exists)
    folder = isFolder ? output : nil
  }

  /// The name of a report, for the first that asks; else nil, and who has it. Ask in the order of the inputs.
  /// - Parameter name: the report's, without ending.
  func target(for name: String, of input: BatchInput) -> Result<OutputTarget, OutputTaken> {
    let target = OutputTarget(path: path(for: name, of: input), format: format)
    return taken.withLock { taken in
      if let owner = taken[target.path] { return .failure(OutputTaken(path: target.path, by: owner)) }
      taken[target.path] = input.path
      return .success(target)
    }
  }

  /// The names an input has are free again: it is gone, or to be done anew.
  func forget(_ input: String) { taken.withLock { $0 = $0.filter { $0.value != input } } }

  private func path(for name: String, of input: BatchInput) -> String {
    guard let folder else { return file }
    return SystemPath.path(of: name + "." + format.rawValue, in: SystemPath.path(of: input.folder, in: folder))
  }
}

/// Another report of this run has the name.
struct OutputTaken: Error {
  let path: String
  /// Its input.
  let by: String
}
