import Pages

/// The reader's table of contents (ISO 32000-1, 12.3.3).
struct Outline {
  let file: FileContext

  /// Writes all entries; returns the number of their root.
  func write(
    _ entries: [OutlineEntry], _ anchors: inout Anchors, to body: inout PDFBody
  ) throws(FinishingError) -> Int {
    let root = body.reserve()
    let kids = try write(entries, under: root, &anchors, to: &body)
    try body.add(root) { bytes in
      bytes.write("<</Type/Outlines")
      write(kids, to: &bytes)
      bytes.write(">>")
    }
    return root
  }

  private func write(
    _ entries: [OutlineEntry], under parent: Int, _ anchors: inout Anchors, to body: inout PDFBody
  ) throws(FinishingError) -> Range<Int> {
    let first = body.reserve(entries.count)
    let all = first..<first + entries.count
    for (number, entry) in zip(all, entries) {
      let target = try GoTo(entry.destination, in: file, &anchors, &body)
      let kids = try write(entry.children, under: number, &anchors, to: &body)
      try body.add(number) { bytes in
        bytes.write("<</Title")
        bytes.write(textString: entry.title)
        bytes.write("/Parent ")
        bytes.write(reference: parent)
        target.write(to: &bytes)
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
