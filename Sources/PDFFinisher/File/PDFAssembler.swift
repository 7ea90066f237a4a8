import Digests
public import Pages
public import Workers

/// Puts finished parts together to the file users get: accessible (PDF/UA-1), archival (PDF/A), small, the same on every
/// day.
public struct PDFAssembler {
  private let plan: DocumentPlan
  private let settings: FileSettings
  private let numbers: PartNumbers
  private var bytes: [UInt8]
  private var table = CrossReferences()
  /// What belongs to no part.
  private var tail: PDFBody?
  private var known: [ObjectGraph: Int] = [:]
  private var roots: [Int] = []
  private var parents: [TreeLeaf<Int>] = []
  private var names: [TreeLeaf<String>] = []
  private var nextPart = 0

  public init(_ plan: DocumentPlan, _ settings: FileSettings) {
    self.plan = plan
    self.settings = settings
    numbers = PartNumbers(parts: plan.partPages.count, pages: plan.pageCount)
    // A comment of bytes above 127 says that the file is not text (ISO 19005-3, 6.1.2).
    bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 10]
    // Room is not memory until it is written to; growing would need both the old bytes and the new.
    bytes.reserveCapacity(1 << 16 + plan.pageCount * 6000)
  }

  /// Adds the next part.
  public mutating func append(_ part: FinishedPart) throws(FinishingError) {
    try require(part.index == nextPart, "part \(part.index) came before part \(nextPart)")
    nextPart += 1
    // Behind the first part's numbers, which are the last of all parts'.
    var tail = self.tail ?? PDFBody(firstNumber: part.body.endNumber, Deflate())
    self.tail = nil
    table.add(part.body.entries, shift: bytes.count)
    bytes.append(contentsOf: part.body.bytes)
    try addResources(of: part, &tail)
    self.tail = tail
    roots += part.roots
    parents.append(TreeLeaf<Int>(values: part.parents))
    if !part.names.isEmpty { names.append(TreeLeaf<String>(values: part.names)) }
  }

  private mutating func addResources(of part: FinishedPart, _ tail: inout PDFBody) throws(FinishingError) {
    var places: [Int] = []
    for graph in part.graphs { places.append(try number(of: graph, &tail)) }
    for dictionary in part.resources {
      try tail.add(dictionary.number) { bytes in
        bytes.write("<<")
        for category in dictionary.categories {
          bytes.write("/" + category.name + "<<")
          for entry in category.entries {
            bytes.write("/" + entry.name + " ")
            bytes.write(reference: places[entry.graph])
          }
          bytes.write(">>")
        }
        bytes.write(">>")
      }
    }
  }

  /// The number under which a graph is stored, once in the file.
  private mutating func number(of graph: ObjectGraph, _ tail: inout PDFBody) throws(FinishingError) -> Int {
    if let number = known[graph] { return number }
    let first = tail.reserve(graph.nodes.count)
    known[graph] = first
    for (index, node) in graph.nodes.enumerated() {
      let value = node.value.mapReferences { first + $0 }
      guard let stream = node.stream else {
        try tail.add(first + index) { $0.write(value) }
        continue
      }
      var entries: [UInt8] = []
      for entry in value.entries {
        entries.write("/" + entry.key + " ")
        entries.write(entry.value)
      }
      let text = String(decoding: entries, as: UTF8.self)
      if value["Filter"] == nil {
        tail.addDeflatedStream(first + index, entries: text, stream.bytes)
      } else {
        tail.addStream(first + index, entries: text, stream.bytes)
      }
    }
    return first
  }

  /// The whole file, checked.
  /// - Parameters:
  ///   - attached: files to carry; only PDF/A-3a allows any.
  ///   - workers: check the file side by side.
  public consuming func finish(
    _ attached: AttachedFiles = .none, _ workers: Workers = .one
  ) throws(FinishingError) -> [UInt8] {
    try require(nextPart == numbers.parts, "\(nextPart) parts of \(numbers.parts)")
    try require(
      settings.standard == .a3a || attached.isEmpty, "\(settings.standard) allows no attachments")
    guard var tail else { throw FinishingError("a document without parts") }
    self.tail = nil
    let catalog = Catalog(plan: plan, settings: settings, numbers: numbers)
    let info = try catalog.write(to: &tail, roots: roots, parents: parents, names: names, attached: attached)
    let packed = tail.finished()
    table.add(packed.entries, shift: bytes.count)
    bytes.append(contentsOf: packed.bytes)
    var file = bytes
    bytes = []
    try table.write(
      number: packed.endNumber, root: numbers.catalog, info: info, identifier: PDFAssembler.identifier(of: file),
      to: &file)
    try SelfCheck.check(file, of: plan, standard: settings.standard, workers: workers)
    return file
  }

  /// Tells files apart (ISO 32000-1, 14.4) and is the same for the same content.
  private static func identifier(of bytes: [UInt8]) -> [UInt8] { Array(Digest.sha256(bytes).bytes.prefix(16)) }
}
