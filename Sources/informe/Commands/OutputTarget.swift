/// Where one report goes.
struct OutputTarget: Sendable {
  let path: String
  let format: Render.Format

  /// The files of the report, one or one a page, each with its path.
  func named(_ files: [[UInt8]]) -> [(path: String, bytes: [UInt8])] {
    format == .pdf ? files.map { (path, $0) } : numbered(files)
  }

  /// One file a page: `name-1.png`, with as many digits as the last needs.
  private func numbered(_ pages: [[UInt8]]) -> [(path: String, bytes: [UInt8])] {
    let dot = path.hasSuffix("." + format.rawValue) ? path.dropLast(format.rawValue.count + 1) : path[...]
    let digits = String(pages.count).count
    return pages.enumerated().map { index, bytes in
      let number = String(index + 1)
      return ("\(dot)-\(String(repeating: "0", count: digits - number.count))\(number).\(format.rawValue)", bytes)
    }
  }
}
