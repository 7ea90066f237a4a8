import SystemLibraries

/// A file carried inside a PDF (ISO 32000-1, 7.11.4).
public struct EmbeddedFile: Equatable, Sendable {
  /// As the PDF names it; not fit to be a path.
  public var name: String
  public var description: String?
  /// `Source`, `Data` and the like (ISO 32000-2, table 43).
  public var relationship: String?
  public var mediaType: String?
  /// nil when the data cannot be unpacked.
  public var bytes: [UInt8]?
  /// Whether what the PDF says of the data (size, MD5) is true; also true when it says nothing.
  public var isIntact: Bool

  /// Whether it is what the PDF shows, as data.
  public var isData: Bool { relationship == "Data" }
}

extension PDFFile {
  /// No report carries more, and a tree of names may be made to go round in circles.
  private static let mostFiles = 1000

  /// The files in the tree of names and those associated with the document, each once, in the file's order.
  public func embeddedFiles() -> [EmbeddedFile] {
    var specifications: [PDFObject] = []
    var seen: Set<Int> = []
    collect(from: root["/Names"]["/EmbeddedFiles"], &specifications, &seen, depth: 0)
    let known = Set(specifications.compactMap(\.number))
    specifications += root["/AF"].items.filter { $0.number.map { !known.contains($0) } ?? true }
    return specifications.prefix(PDFFile.mostFiles).compactMap(embeddedFile)
  }

  private func collect(
    from node: PDFObject, _ found: inout [PDFObject], _ seen: inout Set<Int>, depth: Int
  ) {
    if let number = node.number, !seen.insert(number).inserted { return }
    guard depth < 50, found.count < PDFFile.mostFiles else { return }
    let names = node["/Names"].items
    for (index, item) in names.enumerated() where index % 2 == 1 { found.append(item) }
    for kid in node["/Kids"].items { collect(from: kid, &found, &seen, depth: depth + 1) }
  }

  private func embeddedFile(_ specification: PDFObject) -> EmbeddedFile? {
    let streams = specification["/EF"]
    let stream = streams["/UF"].kind == .stream ? streams["/UF"] : streams["/F"]
    guard stream.kind == .stream else { return nil }
    let bytes = try? stream.data()
    let stated = stream["/Params"]
    let isSized = stated["/Size"].integer.map { $0 == bytes?.count } ?? true
    let isSummed = stated["/CheckSum"].bytes.map { sum in sum == bytes.map { Digest.md5($0).bytes } } ?? true
    return EmbeddedFile(
      name: specification["/UF"].text ?? specification["/F"].text ?? "", description: specification["/Desc"].text,
      relationship: specification["/AFRelationship"].name, mediaType: stream["/Subtype"].name, bytes: bytes,
      isIntact: bytes != nil && isSized && isSummed)
  }
}
