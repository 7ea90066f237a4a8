/// An object with everything it refers to, free of its file's numbering: two graphs are equal when they say the same, so
/// that what several parts draw with is stored once.
struct ObjectGraph: Hashable, Sendable {
  struct Node: Hashable, Sendable {
    /// References are places in `nodes`.
    var value: PDFValue
    /// Not compressed; nil when the object is no stream.
    var stream: ByteKey?
  }

  /// The first is the object itself.
  private(set) var nodes: [Node] = []

  /// Streams tell graphs apart well enough; whether they are equal, all of them says.
  func hash(into hasher: inout Hasher) {
    for node in nodes { hasher.combine(node.stream) }
  }

  /// - Throws: when a stream is compressed by anything but Flate, other than a picture's own JPEG.
  init(_ number: Int, of file: DrawnFile, _ deflate: Deflate) throws(FinishingError) {
    var places: [Int: Int] = [number: 0]
    var queue = [number]
    while nodes.count < queue.count {
      let object = try file.object(queue[nodes.count])
      var entries = object.value.entries.filter { $0.key != "Length" }
      let isDeflated = object.value["Filter"] == .name("FlateDecode")
      if isDeflated { entries.removeAll { $0.key == "Filter" } }
      let kept = object.stream == nil ? object.value : .dictionary(entries)
      let value = kept.mapReferences { number in
        if let place = places[number] { return place }
        places[number] = queue.count
        queue.append(number)
        return queue.count - 1
      }
      nodes.append(Node(value: value, stream: try ObjectGraph.expanded(object, isDeflated, file, deflate)))
    }
    completeFonts()
  }

  private static func expanded(
    _ object: DrawnFile.Object, _ isDeflated: Bool, _ file: DrawnFile, _ deflate: Deflate
  ) throws(FinishingError) -> ByteKey? {
    guard let range = object.stream else { return nil }
    return ByteKey(isDeflated ? try deflate.expanded(file.stream(range)) : Array(file.stream(range)))
  }

  /// Cairo leaves out what every embedded TrueType CID font must have (ISO 14289-1, 7.21.3.2).
  private mutating func completeFonts() {
    for index in nodes.indices where nodes[index].value["Subtype"] == .name("CIDFontType2") {
      let entries = nodes[index].value.entries.filter { $0.key != "CIDToGIDMap" }
      nodes[index].value = .dictionary(entries + [PDFEntry("CIDToGIDMap", .name("Identity"))])
    }
  }
}

/// What pages of one drawn file draw with, each object looked at once.
final class DrawnGraphs {
  private let file: DrawnFile
  private let deflate = Deflate()
  private var known: [Int: ObjectGraph] = [:]

  init(_ file: DrawnFile) { self.file = file }

  func graph(_ number: Int) throws(FinishingError) -> ObjectGraph {
    if let graph = known[number] { return graph }
    let graph = try ObjectGraph(number, of: file, deflate)
    known[number] = graph
    return graph
  }
}
