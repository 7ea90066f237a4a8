import Digests
import Pages

/// Files carried inside the document and associated with it (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
struct AttachedFiles {
  let files: [Attachment]
  /// Stored as the day the files are from; nil stores none.
  let date: CalendarDate?

  /// Writes them; returns the numbers of the files' specifications and of the tree of their names. nil without any.
  func write(to body: inout PDFBody) throws(FinishingError) -> (specifications: [Int], names: Int)? {
    guard !files.isEmpty else { return nil }
    // A tree of names is sorted by its names' bytes (ISO 32000-1, 7.9.6).
    let sorted = files.sorted { AttachedFiles.key($0).lexicographicallyPrecedes(AttachedFiles.key($1)) }
    var specifications: [Int] = []
    for file in sorted { specifications.append(try write(file, to: &body)) }
    let names = body.reserve()
    try body.add(names) { bytes in
      bytes.write("<</Names[")
      for (file, specification) in zip(sorted, specifications) {
        bytes.write(textString: file.name)
        bytes.write(reference: specification)
      }
      bytes.write("]>>")
    }
    return (specifications, names)
  }

  private static func key(_ file: Attachment) -> [UInt8] {
    var key: [UInt8] = []
    key.write(textString: file.name)
    return key
  }

  private func write(_ file: Attachment, to body: inout PDFBody) throws(FinishingError) -> Int {
    let (stream, specification) = (body.reserve(), body.reserve())
    body.addDeflatedStream(stream, entries: entries(of: file), file.bytes)
    try body.add(specification) { bytes in
      bytes.write("<</Type/Filespec/F")
      bytes.write(textString: file.name)
      bytes.write("/UF")
      bytes.write(textString: file.name)
      bytes.write("/Desc")
      bytes.write(textString: file.description)
      bytes.write("/AFRelationship/\(file.relationship.rawValue)/EF<</F ")
      bytes.write(reference: stream)
      bytes.write("/UF ")
      bytes.write(reference: stream)
      bytes.write(">>>>")
    }
    return specification
  }

  /// ISO 32000-1, tables 45 and 46.
  private func entries(of file: Attachment) -> String {
    let modified = date.map { "/ModDate(\(XMP.pdfText($0)))" } ?? ""
    let sum = Digest.md5(file.bytes)
    return "/Type/EmbeddedFile/Subtype\(AttachedFiles.name(file.mediaType))"
      + "/Params<</Size \(file.bytes.count)/CheckSum<\(sum)>\(modified)>>"
  }

  /// A name object: what is no plain letter or digit is written by its number (ISO 32000-1, 7.3.5).
  static func name(_ text: String) -> String {
    text.utf8.reduce(into: "/") { name, byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      name += isPlain || byte == 0x2D || byte == 0x2E
        ? String(UnicodeScalar(byte)) : "#" + (byte < 16 ? "0" : "") + digits
    }
  }
}
