/// What pages draw with, fonts and pictures, under the numbers of the finished file: each resource dictionary once, and
/// each object it leads to once.
struct CairoResources {
  private var dictionaries: [[Category]: Int] = [:]
  /// In the order they were first drawn with.
  private var inOrder: [(number: Int, categories: [Category])] = []
  /// Cairo's number of each object, and ours.
  private var numbers: [Int: Int] = [:]
  /// Objects to be copied, by Cairo's numbers.
  private var queue: [Int] = []

  /// `Font` or `XObject`, with the name and our number of each object.
  private struct Category: Hashable {
    let name: String
    let entries: [PDFEntry]
  }

  /// The number of the dictionary that will hold a page's resources.
  mutating func number(of drawn: PDFValue, _ body: inout PDFBody) throws(FinishingError) -> Int {
    var categories: [Category] = []
    for entry in drawn.entries {
      switch entry.key {
      case "Font", "XObject":
        let entries = entry.value.entries.compactMap { item in
          item.value.referred.map { PDFEntry(item.key, .reference(reserved(for: $0, &body))) }
        }
        categories.append(Category(name: entry.key, entries: entries))
      case "ExtGState": try CairoResources.checkOpaque(entry.value)
      default: throw FinishingError("pages draw with \(entry.key), which is not expected")
      }
    }
    if let number = dictionaries[categories] { return number }
    let number = body.reserve()
    dictionaries[categories] = number
    inOrder.append((number, categories))
    return number
  }

  private mutating func reserved(for drawn: Int, _ body: inout PDFBody) -> Int {
    if let number = numbers[drawn] { return number }
    numbers[drawn] = body.reserve()
    queue.append(drawn)
    return numbers[drawn] ?? 0
  }

  /// Nothing on a page is transparent, so the states that say so can be left out. Before a drawing Cairo 1.18 sets anew
  /// what might have been set before.
  private static func checkOpaque(_ states: PDFValue) throws(FinishingError) {
    for state in states.entries {
      let isOpaque = state.value.entries.allSatisfy { entry in
        switch entry.key {
        case "CA", "ca": entry.value == .literal("1") || entry.value == .literal("1.0")
        case "BM": entry.value == .name("Normal")
        case "SMask": entry.value == .name("None")
        default: false
        }
      }
      try require(isOpaque, "transparent ink")
    }
  }

  /// Writes the dictionaries, and all objects they lead to.
  mutating func write(from file: CairoFile, to body: inout PDFBody) throws(FinishingError) {
    for dictionary in inOrder {
      try body.add(dictionary.number) { bytes in
        bytes.write(PDFValue.dictionary(dictionary.categories.map { PDFEntry($0.name, .dictionary($0.entries)) }))
      }
    }
    let deflate = Deflate()
    var next = 0
    while next < queue.count {
      let drawn = queue[next]
      next += 1
      let object = try file.object(drawn)
      let kept = object.data == nil ? object.value.entries : object.value.entries.filter { $0.key != "Length" }
      let value = object.value.isDictionary ? PDFValue.dictionary(CairoResources.completed(kept)) : object.value
      let moved = value.mapReferences { reserved(for: $0, &body) }
      try write(moved, object.data, numbers[drawn] ?? 0, deflate, to: &body)
    }
  }

  private func write(
    _ value: PDFValue, _ data: [UInt8]?, _ number: Int, _ deflate: Deflate, to body: inout PDFBody
  ) throws(FinishingError) {
    guard let data else { return try body.add(number) { $0.write(value) } }
    // Cairo compresses with zlib's middle level: what it stored is compressed anew, but a JPEG stays as it is.
    let isDeflated = value["Filter"] == .name("FlateDecode")
    var entries: [UInt8] = []
    for entry in value.entries where !(isDeflated && entry.key == "Filter") {
      entries.write("/" + entry.key + " ")
      entries.write(entry.value)
    }
    let text = String(decoding: entries, as: UTF8.self)
    guard isDeflated || value["Filter"] == nil else { return body.addStream(number, entries: text, data) }
    body.addDeflatedStream(number, entries: text, isDeflated ? try deflate.expanded(data) : data)
  }

  /// Cairo leaves out what every embedded TrueType CID font must have (ISO 14289-1, 7.21.3.2).
  private static func completed(_ entries: [PDFEntry]) -> [PDFEntry] {
    guard entries.contains(where: { $0.key == "Subtype" && $0.value == .name("CIDFontType2") }) else { return entries }
    return entries.filter { $0.key != "CIDToGIDMap" } + [PDFEntry("CIDToGIDMap", .name("Identity"))]
  }
}
