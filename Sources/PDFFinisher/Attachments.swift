import Digests
import Pages

/// Files carried inside the document and associated with it (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
struct Attachments {
  let files: [Attachment]
  /// Stored as the day the files are from; nil stores none.
  let date: CalendarDate?

  func add(to file: QPDFDocument) {
    guard !files.isEmpty else { return }
    let associated = file.newArray()
    let names = file.newArray()
    // A tree of names is sorted by its names' bytes (ISO 32000-1, 7.9.6).
    for attachment in files.sorted(by: { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }) {
      let specification = specification(attachment, file)
      names.append(file.text(attachment.name))
      names.append(specification)
      associated.append(specification)
    }
    let tree = file.newDictionary()
    tree.set("/Names", names)
    let catalogNames = file.newDirectDictionary()
    catalogNames.set("/EmbeddedFiles", tree)
    file.root.set("/Names", catalogNames)
    file.root.set("/AF", associated)
  }

  private func specification(_ attachment: Attachment, _ file: QPDFDocument) -> QPDFDocument.Object {
    let stream = stream(attachment, file)
    let streams = file.newDirectDictionary()
    streams.set("/F", stream)
    streams.set("/UF", stream)
    let specification = file.newDictionary()
    specification.set("/Type", object: "/Filespec")
    specification.set("/F", text: attachment.name)
    specification.set("/UF", text: attachment.name)
    specification.set("/Desc", text: attachment.description)
    specification.set("/AFRelationship", object: "/" + attachment.relationship.rawValue)
    specification.set("/EF", streams)
    return specification
  }

  private func stream(_ attachment: Attachment, _ file: QPDFDocument) -> QPDFDocument.Object {
    let sum = Digest.md5(attachment.bytes)
    var parameters = "<< /Size \(attachment.bytes.count) /CheckSum <\(sum)>"
    if let date { parameters += " /ModDate (\(XMP.pdfText(date)))" }
    return file.newStream(
      attachment.bytes,
      [
        ("/Type", "/EmbeddedFile"), ("/Subtype", Attachments.name(attachment.mediaType)),
        ("/Params", parameters + " >>"),
      ])
  }

  /// A name object: what is no plain letter or digit is written by its number (ISO 32000-1, 7.3.5).
  static func name(_ text: String) -> String {
    text.utf8.reduce(into: "/") { name, byte in
      let plain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      name +=
        plain || byte == 0x2D || byte == 0x2E ? String(UnicodeScalar(byte)) : "#" + (byte < 16 ? "0" : "") + digits
    }
  }
}
