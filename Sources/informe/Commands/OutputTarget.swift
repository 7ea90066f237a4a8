import Glibc
import ReportModel
import ReportPipeline

/// Where a report goes.
struct OutputTarget {
  let path: String
  /// Whether the user left the place to us.
  let isDefault: Bool
  private let format: Render.Format

  /// `-o` names a folder when it ends in a slash, is one, or there are several inputs; else a file.
  init(_ command: Render, _ report: Report, _ input: String) {
    format = command.format
    let sheet = report.activities.first?.name.location.sheet.map { "-" + $0 } ?? ""
    let name = OutputName.slug(of: report, fallback: OutputTarget.stem(input) + sheet) + "." + command.format.rawValue
    isDefault = command.output == nil
    guard let output = command.output else {
      path = OutputTarget.defaultFolder + "/" + name
      return
    }
    if output.hasSuffix("/") || command.inputs.count > 1 || OutputTarget.isFolder(output) {
      path = output.hasSuffix("/") ? output + name : output + "/" + name
    } else {
      path = output
    }
  }

  static let defaultFolder = "Output"

  static func makeDefaultFolder() { mkdir(defaultFolder, 0o777) }

  /// One file a page: `name-1.png`, with as many digits as the last needs.
  func numbered(_ pages: [[UInt8]]) -> [(path: String, bytes: [UInt8])] {
    let dot = path.hasSuffix("." + format.rawValue) ? path.dropLast(format.rawValue.count + 1) : path[...]
    let digits = String(pages.count).count
    return pages.enumerated().map { index, bytes in
      let number = String(index + 1)
      return ("\(dot)-\(String(repeating: "0", count: digits - number.count))\(number).\(format.rawValue)", bytes)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The input's name without folders and ending.
  private static func stem(_ input: String) -> String {
    let name = input.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}
