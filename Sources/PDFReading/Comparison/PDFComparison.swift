/// Compares two files object by object, however they are packed, and says where they differ in a reader's terms.
struct PDFComparison {
  private let expected: PDFFile
  private let found: PDFFile
  private(set) var differences: [PDFDifference] = []
  /// Pages whose content is the same.
  private(set) var pagesDrawnAlike = 0
  /// Pairs of objects already compared, so that a graph that goes round in circles ends.
  private var compared: Set<Pair> = []

  /// Whether signing the fields that are there is no difference.
  private let allowsSignatures: Bool

  private struct Pair: Hashable {
    let expected: Int
    let found: Int
  }

  init(expected: PDFFile, found: PDFFile, allowsSignatures: Bool = false) {
    self.expected = expected
    self.found = found
    self.allowsSignatures = allowsSignatures
    comparePages()
    compare(\.trailer["/Info"], as: .metadata)
    compare(\.root["/Metadata"], as: .metadata)
    compare(\.root["/StructTreeRoot"], as: .structure)
    compare(\.root["/Outlines"], as: .outline)
    compareAttachments()
    compare(\.root["/OpenAction"], as: .actions)
    compare(\.root["/AA"], as: .actions)
    compare(\.root["/Names"]["/JavaScript"], as: .actions)
    compare(allowsSignatures ? \.root["/AcroForm"]["/Fields"] : \.root["/AcroForm"], as: .form)
    compare(\.root["/OutputIntents"], as: .colourProfile)
    let ofSignatures: Set<String> = allowsSignatures ? PDFComparison.ofSignatures : []
    compare(\.root, as: .catalog, except: PDFComparison.comparedElsewhere.union(ofSignatures))
    compare(\.root["/Names"], as: .catalog, except: ["/EmbeddedFiles", "/JavaScript"])
  }

  private static let comparedElsewhere: Set<String> = [
    "/Pages", "/Names", "/AF", "/Metadata", "/StructTreeRoot", "/Outlines", "/OpenAction", "/AA",
    "/AcroForm", "/OutputIntents",
  ]

  /// What signing programs write into the catalog, the form's fields aside (ISO 32000-2, 12.8).
  private static let ofSignatures: Set<String> = ["/AcroForm", "/Perms", "/DSS", "/Extensions"]

  /// What signing programs write into the field they fill.
  private static let ofSignedFields: Set<String> = ["/V", "/AP", "/MK", "/DA", "/DR", "/M"]

  private mutating func note(_ difference: PDFDifference) {
    if !differences.contains(difference) { differences.append(difference) }
  }

  private mutating func comparePages() {
    if expected.pageCount != found.pageCount {
      note(.pageCount(expected: expected.pageCount, found: found.pageCount))
    }
    // Links lead to other pages, which have their own turn.
    for (a, b) in zip(expected.pages, found.pages) {
      if let a = a.number, let b = b.number { compared.insert(Pair(expected: a, found: b)) }
    }
    for (index, (a, b)) in zip(expected.pages, found.pages).enumerated() { compare(page: index + 1, a, b) }
  }

  private mutating func compare(page: Int, _ a: PDFObject, _ b: PDFObject) {
    compare(a["/Resources"]["/Font"], b["/Resources"]["/Font"], as: .fonts)
    compare(a["/Resources"], b["/Resources"], as: .resources, except: ["/Font"])
    let isSameContent = isSameContent(a, b)
    if isSameContent { pagesDrawnAlike += 1 }
    // The same content with the same fonts is the same text.
    if !isSameContent || differences.contains(.fonts) {
      if let (expected, found) = PDFComparison.change(from: PageText(a).pieces, to: PageText(b).pieces) {
        note(.text(page: page, expected: expected, found: found))
      } else if !isSameContent {
        note(.drawing(page: page))
      }
    }
    compareAnnotations(page, a["/Annots"], b["/Annots"])
    compare(a["/AA"], b["/AA"], as: .actions)
    let rest = Set(a.keys + b.keys).subtracting(["/Parent", "/Contents", "/Annots", "/Resources", "/AA"])
    for key in rest.sorted() { compare(a[key], b[key], as: .page(page, entry: String(key.dropFirst()))) }
  }

  private mutating func compareAnnotations(_ page: Int, _ a: PDFObject, _ b: PDFObject) {
    let before = differences.count
    let difference = PDFDifference.annotations(page: page, kinds: PDFComparison.added(to: a, in: b))
    compare(a, b, as: difference)
    let known = Set(a.items.map { $0["/A"]["/S"].name })
    let hasOthers = b.items.contains { !$0["/AA"].isNull || !known.union([nil]).contains($0["/A"]["/S"].name) }
    if differences.count > before, hasOthers { note(.actions) }
  }

  /// The kinds of annotations of which a page has more than it should.
  private static func added(to a: PDFObject, in b: PDFObject) -> [String] {
    func counts(_ annotations: PDFObject) -> [String: Int] {
      annotations.items.prefix(10_000).reduce(into: [:]) { $0[$1["/Subtype"].name ?? "?", default: 0] += 1 }
    }
    let expected = counts(a)
    return counts(b).filter { $0.value > expected[$0.key, default: 0] }.keys.sorted()
  }

  private func isSameContent(_ a: PDFObject, _ b: PDFObject) -> Bool {
    guard let a = try? a.content(), let b = try? b.content() else { return false }
    return a == b
  }

  private mutating func compareAttachments() {
    let (a, b) = (expected.embeddedFiles(), found.embeddedFiles())
    let names = Set(a.map(\.name) + b.map(\.name))
    for name in names.sorted() where a.filter({ $0.name == name }) != b.filter({ $0.name == name }) {
      note(.attachment(name))
    }
    if differences.contains(where: { if case .attachment = $0 { true } else { false } }) { return }
    compare(\.root["/AF"], as: .attachment(""))
    compare(\.root["/Names"]["/EmbeddedFiles"], as: .attachment(""))
  }

  private mutating func compare(
    _ part: (PDFFile) -> PDFObject, as difference: PDFDifference, except keys: Set<String> = []
  ) {
    compare(part(expected), part(found), as: difference, except: keys)
  }

  /// Notes the difference at the first pair of objects reached from these that is not the same.
  private mutating func compare(
    _ a: PDFObject, _ b: PDFObject, as difference: PDFDifference, except excluded: Set<String> = []
  ) {
    if differences.contains(difference) { return }
    var waiting: [(PDFObject, PDFObject)] = []
    guard addParts(of: a, b, except: excluded, to: &waiting) else { return note(difference) }
    while let (a, b) = waiting.popLast() {
      if let a = a.number, let b = b.number, !compared.insert(Pair(expected: a, found: b)).inserted { continue }
      guard addParts(of: a, b, except: [], to: &waiting) else { return note(difference) }
    }
  }

  /// False when the two differ of themselves; else their parts are still to be compared.
  private func addParts(
    of a: PDFObject, _ b: PDFObject, except excluded: Set<String>, to waiting: inout [(PDFObject, PDFObject)]
  ) -> Bool {
    guard a.kind == b.kind else { return false }
    switch a.kind {
    case .plain: return a.notation == b.notation
    case .array:
      let (first, second) = (a.items, b.items)
      waiting += zip(first, second)
      return first.count == second.count
    case .dictionary, .stream:
      let packing: Set<String> = a.kind == .stream ? ["/Length", "/Filter", "/DecodeParms"] : []
      let isField = allowsSignatures && a["/FT"].name == "Sig"
      let skipped = excluded.union(packing).union(isField ? PDFComparison.ofSignedFields : [])
      let keys = a.keys.filter { !skipped.contains($0) }
      for key in keys { waiting.append((a[key], b[key])) }
      return keys == b.keys.filter { !skipped.contains($0) } && (a.kind == .dictionary || isSameData(a, b))
    }
  }

  private func isSameData(_ a: PDFObject, _ b: PDFObject) -> Bool {
    // A picture may be packed in ways that are not read here, but then in the same.
    guard let first = try? a.data(), let second = try? b.data() else {
      guard a.filters == b.filters, let first = try? a.packedData(), let second = try? b.packedData() else {
        return false
      }
      return first == second
    }
    return first == second
  }
}

extension PDFComparison {
  /// The texts that one sequence has and the other has not, as words to show; nil when they are the same.
  static func change(from a: [String], to b: [String]) -> (expected: String, found: String)? {
    guard a != b else { return nil }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let (first, second) = (Array(a[start..<(a.count - end)]), Array(b[start..<(b.count - end)]))
    // Comparing takes the product of what differs: a page of a report has a few hundred pieces, a hostile one may not.
    guard first.count + second.count < 4000 else { return (shown(first), shown(second)) }
    let difference = second.difference(from: first)
    return (shown(difference.removals.map(\.element)), shown(difference.insertions.map(\.element)))
  }

  private static func shown(_ pieces: [String]) -> String {
    let text = pieces.joined(separator: " ")
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}

extension PDFFile {
  /// How this file differs from the one expected, in a reader's terms; none when nothing but the packing does.
  /// - Parameter allowsSignatures: whether signatures in fields that are there are no difference.
  /// - Returns: the differences, and on how many pages nothing is drawn otherwise.
  public func comparison(
    with expected: PDFFile, allowsSignatures: Bool = false
  ) -> (differences: [PDFDifference], pagesDrawnAlike: Int) {
    let comparison = PDFComparison(expected: expected, found: self, allowsSignatures: allowsSignatures)
    return (comparison.differences, comparison.pagesDrawnAlike)
  }
}

extension CollectionDifference.Change {
  fileprivate var element: ChangeElement {
    switch self {
    case .insert(_, let element, _), .remove(_, let element, _): element
    }
  }
}
