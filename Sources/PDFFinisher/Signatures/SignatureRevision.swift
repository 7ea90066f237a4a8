/// What a signature's revision says, besides the signature itself.
public struct SignatureFacts: Hashable, Sendable {
  /// The field's.
  public var field: String
  /// Whose certificate it is, and its number.
  public var signer: String
  public var serial: String
  public var moment: Moment
  /// How many bytes are kept free for the signature.
  public var room: Int

  public init(field: String, signer: String, serial: String, moment: Moment, room: Int) {
    self.field = field
    self.signer = signer
    self.serial = serial
    self.moment = moment
    self.room = room
  }
}

/// A file with one more signature, but for the signature itself: what is signed is all of it save the place kept for that.
/// The same facts give the same bytes, so that whoever has a signed file can make each of its revisions again.
public struct SignatureRevision: Sendable {
  private var file: SignableFile
  /// Where the signature goes, its angle brackets included.
  private var place: Range<Int> = 0..<0
  private let room: Int

  /// - Throws: `UnshowableName`, or `FinishingError` for a field that is not there or signed.
  public init(of file: SignableFile, _ facts: SignatureFacts) throws {
    guard let index = file.fields.firstIndex(where: { $0.name == facts.field && !$0.isSigned }) else {
      throw FinishingError("no empty field \(facts.field)")
    }
    self.file = file
    room = facts.room
    let field = file.fields[index]
    let isFirst = !file.fields.contains(where: \.isSigned)
    let first = file.size
    let appearance = try SignatureAppearance(
      SignatureRevision.lines(facts, field, file.language), size: field.size)
    var body = RevisionBody(after: file.bytes)
    var marks = Marks()
    body.add(first) { marks.write(facts, field, isFirst: isFirst, catalog: file.catalogNumber, to: &$0) }
    body.add(field.number) { $0.write(field.dictionary.signed(by: first, shown: first + 1)) }
    if isFirst {
      // The first signer certifies the report: only what is asked for here may be added (ISO 32000-1, 12.8.4).
      self.file.catalog = file.catalog.adding("Perms", .dictionary([PDFEntry("DocMDP", .reference(first))]))
      body.add(file.catalogNumber) { $0.write(self.file.catalog) }
    }
    appearance.write(to: &body, first: first + 1)
    let table = first + 1 + SignatureAppearance.objectCount
    let information = file.information.map { "/Info \($0) 0 R" } ?? ""
    self.file.table = try body.end(
      table, entries: "/Root \(file.catalogNumber) 0 R\(information)/Prev \(file.table)", original: file.identifier)
    self.file.size = table + 1
    self.file.fields[index].isSigned = true
    self.file.bytes = body.bytes
    place = marks.signature
    fillRange(at: marks.range)
  }

  /// What the field shows.
  private static func lines(
    _ facts: SignatureFacts, _ field: SignableFile.Field, _ language: SignableFile.Language
  ) -> [String] {
    switch language {
    case .spanish:
      [
        facts.signer, "\(field.role) · \(facts.moment)", "Certificado \(facts.serial)",
        "Firma electrónica, válida solo en archivo",
      ]
    case .english:
      [
        facts.signer, "\(field.role) · \(facts.moment)", "Certificate \(facts.serial)",
        "Digital signature, valid in the file only",
      ]
    }
  }

  /// Says in the file what of it is signed (ISO 32000-1, 12.8.1), in the room kept for it.
  private mutating func fillRange(at start: Int) {
    var text: [UInt8] = []
    text.write("[0 \(place.lowerBound) \(place.upperBound) \(file.bytes.count - place.upperBound)]")
    file.bytes.replaceSubrange(start..<start + text.count, with: text)
  }

  /// The bytes that are signed.
  public var signedBytes: [UInt8] { Array(file.bytes[..<place.lowerBound]) + file.bytes[place.upperBound...] }

  /// The file with its signature; nil for one that has no room.
  public func signed(by signature: [UInt8]) -> SignableFile? {
    guard signature.count <= room else { return nil }
    var signed = file
    for (index, byte) in signature.enumerated() {
      let start = place.lowerBound + 1 + 2 * index
      signed.bytes[start] = PDFLexer.hexadecimal(Int(byte >> 4))
      signed.bytes[start + 1] = PDFLexer.hexadecimal(Int(byte & 15))
    }
    return signed
  }
}

/// Where in a file the parts of a signature's dictionary stand that are known last.
private struct Marks {
  var signature = 0..<0
  var range = 0

  /// Room for four numbers of ten digits.
  private static let rangeWidth = 48

  /// ISO 32000-1, table 252; ETSI EN 319 142-1, 6.3: the time stands here, not in the signature.
  mutating func write(
    _ facts: SignatureFacts, _ field: SignableFile.Field, isFirst: Bool, catalog: Int, to bytes: inout [UInt8]
  ) {
    bytes.write("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange ")
    range = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: Marks.rangeWidth))
    bytes.write("/Contents")
    let start = bytes.count
    bytes.write("<")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 2 * facts.room))
    bytes.write(">")
    signature = start..<bytes.count
    bytes.write("/M(\(facts.moment.pdf))/Name")
    bytes.write(textString: facts.signer)
    bytes.write("/Reason")
    bytes.write(textString: field.role)
    if isFirst || field.isLast { writeReferences(field, isFirst: isFirst, catalog: catalog, to: &bytes) }
    bytes.write(">>")
  }

  /// What may still be changed: behind the first signature only other signatures, behind the last nothing
  /// (ISO 32000-1, 12.8.2.2 and 12.8.2.4).
  private func writeReferences(
    _ field: SignableFile.Field, isFirst: Bool, catalog: Int, to bytes: inout [UInt8]
  ) {
    bytes.write("/Reference[")
    if isFirst {
      bytes.write("<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>")
    }
    if field.isLast {
      bytes.write("<</Type/SigRef/TransformMethod/FieldMDP/Data ")
      bytes.write(reference: catalog)
      bytes.write("/TransformParams<</Type/TransformParams/Action/All/V/1.2>>>>")
    }
    bytes.write("]")
  }
}

extension PDFValue {
  /// A field's dictionary with its signature.
  fileprivate func signed(by signature: Int, shown appearance: Int) -> PDFValue {
    let kept = entries.filter { $0.key != "AP" }
    let shown = PDFValue.dictionary([PDFEntry("N", .reference(appearance))])
    return .dictionary(kept + [PDFEntry("V", .reference(signature)), PDFEntry("AP", shown)])
  }

  fileprivate func adding(_ key: String, _ value: PDFValue) -> PDFValue {
    .dictionary(entries + [PDFEntry(key, value)])
  }
}

/// A revision that looks like a signature's, as it stands in a file.
public struct FoundRevision: Sendable {
  /// The field that it fills.
  public let field: String
  public let moment: Moment
  /// What stands in the signature's place, zeros behind it included.
  public let signature: [UInt8]

  /// - Parameters:
  ///   - bytes: a whole file.
  ///   - file: what the file begins with.
  /// - Returns: nil where what follows is no revision that this program could have written.
  public init?(in bytes: [UInt8], after file: SignableFile) {
    guard bytes.count > file.bytes.count, bytes.starts(with: file.bytes) else { return nil }
    let found: (PDFValue, Int)? = bytes.withUnsafeBufferPointer { buffer in
      var parser = PDFParser(buffer, at: file.bytes.count)
      guard (try? parser.integer()) == file.size, parser.reads("0"), parser.reads("obj"),
        let dictionary = try? parser.value(), parser.reads("endobj"), let number = try? parser.integer()
      else { return nil }
      return (dictionary, number)
    }
    guard let (dictionary, number) = found, FoundRevision.isOurs(dictionary),
      let field = file.fields.first(where: { $0.number == number && !$0.isSigned }),
      let moment = Moment(pdf: dictionary["M"]?.text ?? ""), case .string(let digits)? = dictionary["Contents"],
      let signature = FoundRevision.bytes(digits)
    else { return nil }
    self.field = field.name
    self.moment = moment
    self.signature = signature
  }

  /// Whether the dictionary has the entries this program writes, in its order.
  private static func isOurs(_ dictionary: PDFValue) -> Bool {
    let keys = ["Type", "Filter", "SubFilter", "ByteRange", "Contents", "M", "Name", "Reason"]
    let found = dictionary.entries.map(\.key)
    return found == keys || found == keys + ["Reference"]
  }

  /// Of pairs of digits between angle brackets.
  private static func bytes(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.count >= 2, digits.count % 2 == 0 else { return nil }
    func value(_ digit: UInt8) -> UInt8? { Character(Unicode.Scalar(digit)).hexDigitValue.map { UInt8($0) } }
    var bytes: [UInt8] = []
    for index in stride(from: 1, to: digits.count - 1, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}
