import Pages

/// A file of ours with fields to sign, and what was signed in it so far.
public struct SignableFile: Sendable {
  /// A field for a signature.
  public struct Field: Sendable {
    /// By which it is told from the others.
    public let name: String
    /// As what one signs, in the file's language.
    public let role: String
    /// Whether nothing may be changed once it is signed.
    public let isLast: Bool
    public internal(set) var isSigned = false
    let number: Int
    let dictionary: PDFValue
    let size: Size
  }

  public internal(set) var bytes: [UInt8]
  public internal(set) var fields: [Field]
  let language: Language
  var catalog: PDFValue
  let catalogNumber: Int
  /// The information dictionary's, if it has one.
  let information: Int?
  /// The largest object number and one.
  var size: Int
  /// Where the last table of objects stands.
  var table: Int
  /// What first told the file from others, as it is written.
  let identifier: [UInt8]

  /// What a signed field's words are said in.
  enum Language: Sendable {
    case spanish
    case english
  }

  /// - Parameter bytes: a finished file, as `PDFAssembler` gives it.
  /// - Throws: for anything else.
  public init(_ bytes: [UInt8]) throws(FinishingError) {
    var result: Result<SignableFile, FinishingError>?
    bytes.withUnsafeBufferPointer { buffer in
      result = Result { () throws(FinishingError) in try SignableFile(bytes, FinishedFile(buffer)) }
    }
    guard let file = try result?.get() else { throw FinishingError("an empty file") }
    self = file
  }

  private init(_ bytes: [UInt8], _ file: FinishedFile) throws(FinishingError) {
    guard let root = file.trailer["Root"]?.referred, let size = file.trailer["Size"]?.integer,
      case .string(let identifier)? = file.trailer["ID"]?.items.first
    else { throw FinishingError("a trailer without catalog, size or identifier") }
    let catalog = try file.value(root)
    self.bytes = bytes
    self.catalog = catalog
    self.size = size
    self.identifier = identifier
    catalogNumber = root
    information = file.trailer["Info"]?.referred
    table = file.lastTable
    language = catalog["Lang"]?.text.hasPrefix("en") == true ? .english : .spanish
    var fields: [Field] = []
    for number in (catalog["AcroForm"]?["Fields"]?.items ?? []).compactMap(\.referred) {
      fields.append(try Field(number, try file.value(number)))
    }
    self.fields = fields
  }

  /// Where a file's first revision ends; nil for what has no end. Nothing of what comes before can look like one: all else
  /// is compressed, or the metadata.
  public static func firstEnd(of bytes: [UInt8]) -> Int? {
    let (opening, closing) = (Array("\nstartxref\n".utf8), Array("\n%%EOF\n".utf8))
    var rest = bytes[...]
    while let found = rest.firstRange(of: opening) {
      let digits = bytes[found.upperBound...].prefix { (0x30...0x39).contains($0) }
      if !digits.isEmpty, bytes[digits.endIndex...].starts(with: closing) { return digits.endIndex + closing.count }
      rest = bytes[found.upperBound...]
    }
    return nil
  }
}

extension SignableFile.Field {
  init(_ number: Int, _ dictionary: PDFValue) throws(FinishingError) {
    let edges = (dictionary["Rect"]?.items ?? []).compactMap(\.number)
    try require(
      dictionary["FT"] == .name("Sig") && edges.count == 4 && dictionary["T"] != nil,
      "field \(number) is no signature's")
    self.number = number
    self.dictionary = dictionary
    name = dictionary["T"]?.text ?? ""
    role = dictionary["TM"]?.text ?? ""
    isLast = dictionary["Lock"] != nil
    size = Size(width: .pt(edges[2] - edges[0]), height: .pt(edges[3] - edges[1]))
  }
}

extension PDFValue {
  fileprivate var number: Double? {
    guard case .literal(let text) = self else { return nil }
    return Double(text)
  }

  /// Of a text string in parentheses, as this module writes them; empty for anything else.
  var text: String {
    guard case .string(let bytes) = self, bytes.count >= 2 else { return "" }
    var (plain, isEscaped): ([UInt8], Bool) = ([], false)
    for byte in bytes[1..<bytes.count - 1] {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        plain.append(isEscaped && byte == UInt8(ascii: "r") ? 13 : byte)
        isEscaped = false
      }
    }
    guard plain.starts(with: [0xFE, 0xFF]) else {
      return String(String.UnicodeScalarView(plain.map(PDFDocEncoding.scalar)))
    }
    let units = stride(from: 2, to: plain.count - 1, by: 2).map { UInt16(plain[$0]) << 8 | UInt16(plain[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }
}

extension FinishedFile {
  /// An object that is no stream.
  func value(_ number: Int) throws(FinishingError) -> PDFValue {
    guard case .inside(let stream, let index) = place(number) else {
      throw FinishingError("object \(number) is in no object stream")
    }
    let (dictionary, data) = try self.stream(stream)
    let expanded = try Deflate().expanded(data)
    var result: Result<PDFValue, FinishingError>?
    expanded.withUnsafeBufferPointer { bytes in
      result = Result { () throws(FinishingError) in
        var heads = PDFParser(bytes, at: 0)
        for _ in 0..<(2 * index + 1) { _ = try heads.integer() }
        var parser = PDFParser(bytes, at: (dictionary["First"]?.integer ?? 0) + (try heads.integer()))
        return try parser.value()
      }
    }
    guard let value = try result?.get() else { throw FinishingError("object \(number) is empty") }
    return value
  }
}
