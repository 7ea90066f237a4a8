import Pages

/// The reader's table of contents (ISO 32000-1, 12.3.3).
struct Outline {
  let numbers: ObjectNumbers
  let pageHeight: Length

  /// Writes all entries; returns the number of their root.
  func write(_ entries: [OutlineEntry], to body: inout PDFBody) throws(FinishingError) -> Int {
    let root = body.reserve()
    let kids = try write(entries, under: root, to: &body)
    try body.add(root) { bytes in
      bytes.write("<</Type/Outlines")
      write(kids, to: &bytes)
      bytes.write(">>")
    }
    return root
  }

  private func write(
    _ entries: [OutlineEntry], under parent: Int, to body: inout PDFBody
  ) throws(FinishingError) -> Range<Int> {
    let first = body.reserve(entries.count)
    let all = first..<first + entries.count
    for (number, entry) in zip(all, entries) {
      try require((0..<numbers.pages).contains(entry.destination.page), "the outline leads out of the document")
      let kids = try write(entry.children, under: number, to: &body)
      try body.add(number) { bytes in
        bytes.write("<</Title")
        bytes.write(textString: entry.title)
        bytes.write("/Parent ")
        bytes.write(reference: parent)
        bytes.write("/Dest[")
        bytes.write(reference: numbers.page(entry.destination.page))
        bytes.write("/XYZ null ")
        bytes.write(points: (pageHeight - entry.destination.top).points)
        bytes.write(" null]")
        if number > all.lowerBound {
          bytes.write("/Prev ")
          bytes.write(reference: number - 1)
        }
        if number + 1 < all.upperBound {
          bytes.write("/Next ")
          bytes.write(reference: number + 1)
        }
        write(kids, to: &bytes)
        bytes.write(">>")
      }
    }
    return all
  }

  private func write(_ kids: Range<Int>, to bytes: inout [UInt8]) {
    guard let first = kids.first, let last = kids.last else { return }
    bytes.write("/First ")
    bytes.write(reference: first)
    bytes.write("/Last ")
    bytes.write(reference: last)
    bytes.write("/Count \(kids.count)")
  }
}
