import Pages

/// Fields for digital signatures, each with its place on a page in one object (ISO 32000-1, 12.7.4.5 and 12.5.6.19). They
/// are there before anyone signs: a visible field that is added by a signature has no place in the structure tree
/// (ISO 14289-1, 7.18.1 and 7.18.4).
struct FormFields {
  private var fields: [Int] = []
  /// What an empty field shows, by its size.
  private var appearances: [Size: Int] = [:]

  /// Writes a field; returns its number.
  /// - Parameter key: in the tree that leads from annotations to structure elements.
  mutating func add(
    _ field: SignatureField, key: Int, pageHeight: Length, to body: inout PDFBody
  ) throws(FinishingError) -> Int {
    let (appearance, lock) = (emptyAppearance(field.area.size, &body), field.isLast)
    let number = body.reserve()
    // PDF counts upwards from the foot of the page.
    let area = field.area
    let edges = [area.minX, pageHeight - area.maxY, area.maxX, pageHeight - area.minY]
    try body.add(number) { bytes in
      // Printed, and where it is: flags 3 and 8 (ISO 32000-1, table 165).
      bytes.write("<</Type/Annot/Subtype/Widget/FT/Sig/F 132/Rect[")
      for edge in edges {
        bytes.write(points: edge.points)
        bytes.append(UInt8(ascii: " "))
      }
      bytes.write("]/T")
      bytes.write(textString: field.name)
      bytes.write("/TM")
      bytes.write(textString: field.role)
      bytes.write("/TU")
      bytes.write(textString: field.description)
      // PDF/UA-2 wants the same once more (ISO 14289-2, 8.10.2.3).
      bytes.write("/Contents")
      bytes.write(textString: field.description)
      bytes.write("/StructParent ")
      bytes.write(key)
      // Nothing may change once the last has signed (ISO 32000-1, table 233; /P as in ISO 32000-2, table 237).
      if lock { bytes.write("/Lock<</Type/SigFieldLock/Action/All/P 1>>") }
      bytes.write("/AP<</N ")
      bytes.write(reference: appearance)
      bytes.write(">>>>")
    }
    fields.append(number)
    return number
  }

  /// PDF/A wants every field to have one (ISO 19005-3, 6.3.3).
  private mutating func emptyAppearance(_ size: Size, _ body: inout PDFBody) -> Int {
    if let known = appearances[size] { return known }
    let number = body.reserve()
    body.addStream(number, entries: FormFields.appearanceEntries(size.width.points, size.height.points), [])
    appearances[size] = number
    return number
  }

  /// Of the dictionary of what a field shows, sizes in points.
  static func appearanceEntries(_ width: Double, _ height: Double) -> String {
    var bytes = Array("/Type/XObject/Subtype/Form/BBox[0 0 ".utf8)
    bytes.write(points: width)
    bytes.append(UInt8(ascii: " "))
    bytes.write(points: height)
    bytes.write("]")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The catalog's entries; none where there is no field.
  func write(to bytes: inout [UInt8], in file: FileContext) {
    guard !fields.isEmpty else { return }
    bytes.write("/AcroForm<</Fields")
    bytes.write(references: fields)
    // Signatures are foreseen, and whoever writes to the file must only append to it (ISO 32000-1, table 219).
    bytes.write("/SigFlags 3>>")
    // ETSI EN 319 142-1, 6.2.1; PDF 2.0 has these signatures of itself.
    if !file.standard.isPDF2 { bytes.write("/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 2>>>>") }
  }
}
