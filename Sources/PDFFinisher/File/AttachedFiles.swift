public import Pages
import SystemLibraries

/// Files carried inside the document and associated with it (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8), compressed.
public struct AttachedFiles: Sendable {
  private struct File: Sendable {
    let name: String
    let description: String
    let relationship: Attachment.Relationship
    /// Of the stream's dictionary.
    let entries: String
    let data: [UInt8]
  }

  /// Sorted by the bytes of their names, as a tree of names is (ISO 32000-1, 7.9.6).
  private let files: [File]

  public static let none = AttachedFiles([], date: nil)

  /// - Parameter date: stored as the day the files are from; nil stores none.
  public init(_ files: [Attachment], date: CalendarDate?) {
    let deflate = Deflate()
    self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { file in
      var parameters = "/Params<</Size \(file.bytes.count)/CheckSum<\(Digest.md5(file.bytes))>"
      if let date { parameters += "/ModDate(\(XMP.pdfText(date)))" }
      return File(
        name: file.name, description: file.description, relationship: file.relationship,
        entries: "/Type/EmbeddedFile/Subtype\(AttachedFiles.name(file.mediaType))\(parameters)>>/Filter/FlateDecode",
        // Without the room that was kept for bytes that cannot be compressed.
        data: deflate.compressed(file.bytes).withUnsafeBufferPointer(Array.init))
    }
  }

  var isEmpty: Bool { files.isEmpty }

  /// Writes them; returns what the catalog says of them, nothing where there are none.
  func write(to body: inout PDFBody) throws(FinishingError) -> [UInt8] {
    var (names, associated): ([UInt8], [Int]) = ([], [])
    for file in files {
      let number = try write(file, to: &body)
      names.write(textString: file.name)
      names.write(reference: number)
      names.append(UInt8(ascii: " "))
      associated.append(number)
    }
    guard !files.isEmpty else { return [] }
    var entries: [UInt8] = []
    entries.write("/Names<</EmbeddedFiles<</Names[")
    entries.append(contentsOf: names)
    entries.write("]>>>>/AF")
    entries.write(references: associated)
    return entries
  }

  private func write(_ file: File, to body: inout PDFBody) throws(FinishingError) -> Int {
    let (stream, specification) = (body.reserve(), body.reserve())
    body.addStream(stream, entries: file.entries, file.data)
    try body.add(specification) { bytes in
      bytes.write("<</Type/Filespec/AFRelationship/")
      bytes.write(file.relationship.rawValue)
      for (key, text) in [("/F", file.name), ("/UF", file.name), ("/Desc", file.description)] {
        bytes.write(key)
        bytes.write(textString: text)
      }
      bytes.write("/EF<</F ")
      bytes.write(reference: stream)
      bytes.write("/UF ")
      bytes.write(reference: stream)
      bytes.write(">>>>")
    }
    return specification
  }

  /// A name object: what is no plain letter or digit is written by its number (ISO 32000-1, 7.3.5).
  private static func name(_ text: String) -> String {
    text.utf8.reduce(into: "/") { name, byte in
      let plain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      name +=
        plain || byte == 0x2D || byte == 0x2E ? String(UnicodeScalar(byte)) : "#" + (byte < 16 ? "0" : "") + digits
    }
  }
}
