import Pages

/// What a page shows, marked for its owners.
struct PageContent {
  /// Compressed.
  let own: [UInt8]
  /// What it ends with in common with other pages; not compressed.
  let furniture: [UInt8]
  /// The element that owns each number.
  let owners: [StructureElement.ID]

  /// - Parameter drawn: the content as Cairo compressed it.
  init(
    _ runs: [ContentRun], in structure: StructureTree, drawn: [UInt8], _ deflate: Deflate
  ) throws(FinishingError) {
    let expanded = try deflate.expanded(drawn)
    var marked: Result<MarkedContent, FinishingError>?
    expanded.withUnsafeBufferPointer { bytes in
      marked = Result { () throws(FinishingError) in
        try MarkedContent(bytes, runs: runs, structure: structure)
      }
    }
    guard let content = try marked?.get() else { throw FinishingError("a page without content") }
    let end = content.furnitureStart ?? content.bytes.count
    own = deflate.compressed(Array(content.bytes[..<end]))
    furniture = Array(content.bytes[end...])
    owners = content.owners
  }
}
