import Pages

@testable import PDFReading

/// A structure tree as values to compare and to read: role, what is said of it, its own text, its links, its kids.
struct TagTree: Equatable {
  var role: String
  /// `Scope=Column`, `Alt="…"` and the like, in a fixed order; headers by their text.
  var notes: [String] = []
  var text = ""
  var links = 0
  var kids: [TagTree] = []

  /// Indented text, one element a line.
  var lines: String { lines(indent: "") }

  private func lines(indent: String) -> String {
    let parts = [role] + notes + (links > 0 ? ["links=\(links)"] : []) + (text.isEmpty ? [] : ["\"\(text)\""])
    return indent + parts.joined(separator: " ") + "\n" + kids.map { $0.lines(indent: indent + "  ") }.joined()
  }
}

// What was meant
extension TagTree {
  init(_ document: Document) {
    var texts: [StructureElement.ID: String] = [:]
    var links: [StructureElement.ID: Int] = [:]
    for page in document.pages {
      for run in page.runs {
        guard case .content(let owner) = run.owner else { continue }
        let lines = run.items.compactMap { if case .text(let line) = $0.item { line.text } else { nil } }
        if !lines.isEmpty { texts[owner, default: ""] += run.word ?? lines.joined() }
      }
      for element in page.links.map(\.element) + page.signatureFields.map(\.element) { links[element, default: 0] += 1 }
    }
    self.init(document.structure, document.structure.root, texts, links)
  }

  private init(
    _ tree: StructureTree, _ id: StructureElement.ID, _ texts: [StructureElement.ID: String],
    _ links: [StructureElement.ID: Int]
  ) {
    let element = tree[id]
    let attributes = element.attributes
    func whole(_ id: StructureElement.ID) -> String {
      (texts[id] ?? "") + tree[id].children.map(whole).joined()
    }
    self.init(role: element.role.rawValue, text: texts[id] ?? "", links: links[id] ?? 0)
    note("Scope", attributes.scope?.rawValue)
    note("ColSpan", attributes.columnSpan > 1 ? String(attributes.columnSpan) : nil)
    note("RowSpan", attributes.rowSpan > 1 ? String(attributes.rowSpan) : nil)
    note("Headers", attributes.headers.isEmpty ? nil : "[\(attributes.headers.map(whole).joined(separator: "|"))]")
    note("Alt", quoted: attributes.alternative)
    note("ActualText", quoted: attributes.actualText)
    note("T", quoted: attributes.title)
    note("Lang", attributes.language)
    note("E", quoted: attributes.expansion)
    note("ListNumbering", attributes.numbering.map { $0 == .decimal ? "Decimal" : "None" })
    kids = element.children.map { TagTree(tree, $0, texts, links) }
  }

  fileprivate mutating func note(_ name: String, _ value: String?) { if let value { notes.append("\(name)=\(value)") } }
  fileprivate mutating func note(_ name: String, quoted value: String?) { note(name, value.map { "\"\($0)\"" }) }
}

// What the file says
extension TagTree {
  init(_ file: PDFFile) {
    let reader = TagReader(file)
    self = reader.tree
  }
}

/// Reads a file's structure tree as assistive technology does.
private struct TagReader {
  private let file: PDFFile
  private let marked: [Int: [Int: String]]
  private var names: [String: PDFObject] = [:]

  init(_ file: PDFFile) {
    self.file = file
    let pages = file.pages.map { ($0.number ?? 0, PageText($0).marked) }
    marked = Dictionary(pages) { first, _ in first }
    collect(file.root["/StructTreeRoot"]["/IDTree"])
  }

  var tree: TagTree {
    let kids = file.root["/StructTreeRoot"]["/K"]
    return element(kids.kind == .array ? kids[0] : kids)
  }

  private mutating func collect(_ node: PDFObject) {
    let items = node["/Names"].items
    for index in stride(from: 0, to: items.count - 1, by: 2) { names[items[index].text ?? ""] = items[index + 1] }
    for kid in node["/Kids"].items { collect(kid) }
  }

  private func kids(_ element: PDFObject) -> [PDFObject] {
    let kids = element["/K"]
    return kids.kind == .array ? kids.items : kids.isNull ? [] : [kids]
  }

  /// The text of a kid that is content, not an element; nil for an element.
  private func content(_ kid: PDFObject, of element: PDFObject) -> String? {
    if let mark = kid.integer { return marked[element["/Pg"].number ?? 0]?[mark] ?? "" }
    guard kid["/Type"].name == "MCR" else { return kid["/Type"].name == "OBJR" ? "" : nil }
    return marked[kid["/Pg"].number ?? 0]?[kid["/MCID"].integer ?? -1] ?? ""
  }

  private func whole(_ element: PDFObject) -> String {
    kids(element).map { content($0, of: element) ?? whole($0) }.joined()
  }

  private func element(_ object: PDFObject) -> TagTree {
    var tag = TagTree(role: object["/S"].name ?? "?")
    let table = object["/A"]
    tag.note("Scope", table["/Scope"].name)
    tag.note("ColSpan", table["/ColSpan"].integer.map(String.init))
    tag.note("RowSpan", table["/RowSpan"].integer.map(String.init))
    let headers = table["/Headers"].items.map { names[$0.text ?? ""].map(whole) ?? "?" }
    tag.note("Headers", headers.isEmpty ? nil : "[\(headers.joined(separator: "|"))]")
    tag.note("Alt", quoted: object["/Alt"].text)
    tag.note("ActualText", quoted: object["/ActualText"].text)
    tag.note("T", quoted: object["/T"].text)
    tag.note("Lang", object["/Lang"].text)
    tag.note("E", quoted: object["/E"].text)
    tag.note("ListNumbering", table["/ListNumbering"].name)
    for kid in kids(object) {
      if kid["/Type"].name == "OBJR" { tag.links += 1 }
      if let text = content(kid, of: object) { tag.text += text } else { tag.kids.append(element(kid)) }
    }
    return tag
  }
}
