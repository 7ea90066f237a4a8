/// The files inside a spreadsheet file, by name.
protocol PackageParts {
  func contains(_ name: String) -> Bool

  /// nil when there is no such part.
  func part(_ name: String) throws(SpreadsheetFailure) -> [UInt8]?
}

extension PackageParts {
  func required(_ name: String) throws(SpreadsheetFailure) -> [UInt8] {
    guard let bytes = try part(name) else { throw .damaged(part: name) }
    return bytes
  }
}
