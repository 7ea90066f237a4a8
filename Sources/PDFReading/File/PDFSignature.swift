/// A signature in a file, whoever made it (ISO 32000-1, 12.8).
public struct PDFSignature: Sendable {
  /// The full name of its field.
  public var field: String
  /// What is signed: from the start up to the signature, and behind it.
  public var range: [Int]
  /// The signature itself; zeros may follow it.
  public var contents: [UInt8]
  /// As the file writes it: `D:YYYYMMDDhhmmss±hh'mm'`.
  public var time: String?

  /// How much of the file, from its start, it covers.
  public var end: Int { range.count == 4 ? range[2] + range[3] : 0 }

  /// The bytes that are signed; nil where the range leaves out anything but the signature itself, or reaches beyond the
  /// file.
  public func signedBytes(of file: [UInt8]) -> [UInt8]? {
    guard range.count == 4, range[0] == 0, range[1] > 0, range[2] > range[1], range[3] >= 0, range[2] <= file.count,
      range[3] <= file.count - range[2]
    else { return nil }
    let gap = file[range[1]..<range[2]]
    guard gap.first == UInt8(ascii: "<"), gap.last == UInt8(ascii: ">"), gap.count == 2 * contents.count + 2,
      gap.dropFirst().dropLast().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    return Array(file[..<range[1]]) + file[range[2]..<end]
  }
}

extension PDFFile {
  /// The signatures in the fields of the file's form, by how much they cover.
  public var signatures: [PDFSignature] {
    root["/AcroForm"]["/Fields"].items.prefix(1000).compactMap { field in
      let value = field["/V"]
      guard field["/FT"].name == "Sig", value.kind == .dictionary, let contents = value["/Contents"].bytes else {
        return nil
      }
      return PDFSignature(
        field: field["/T"].text ?? "", range: value["/ByteRange"].items.compactMap(\.integer), contents: contents,
        time: value["/M"].text)
    }.sorted { $0.end < $1.end }
  }
}
