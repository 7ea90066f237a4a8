/// A number or name tree (ISO 32000-1, 7.9.6 and 7.9.7): keys and what they lead to, ascending. Names are of one width.
struct KeyTree<Key> {
  let values: [(key: Key, object: Int)]

  /// A reader looks through one leaf, and through the limits of all.
  private static var valuesPerLeaf: Int { 256 }

  fileprivate func write(
    _ opening: StaticString, to body: inout PDFBody, _ write: (Key, inout [UInt8]) -> Void
  ) throws(FinishingError) -> Int {
    var kids: [Int] = []
    for start in stride(from: 0, to: values.count, by: Self.valuesPerLeaf) {
      let leaf = values[start..<min(start + Self.valuesPerLeaf, values.count)]
      guard let first = leaf.first, let last = leaf.last else { continue }
      kids.append(body.reserve())
      try body.add(kids[kids.count - 1]) { bytes in
        bytes.write("<</Limits[")
        write(first.key, &bytes)
        bytes.append(UInt8(ascii: " "))
        write(last.key, &bytes)
        bytes.write("]")
        bytes.write(opening)
        for value in leaf {
          write(value.key, &bytes)
          bytes.append(UInt8(ascii: " "))
          bytes.write(reference: value.object)
          bytes.append(UInt8(ascii: " "))
        }
        bytes.write("]>>")
      }
    }
    let root = body.reserve()
    try body.add(root) { bytes in
      bytes.write("<</Kids")
      bytes.write(references: kids)
      bytes.write(">>")
    }
    return root
  }
}

extension KeyTree<Int> {
  /// Writes a number tree; returns its root's number.
  func write(to body: inout PDFBody) throws(FinishingError) -> Int {
    try write("/Nums[", to: &body) { key, bytes in bytes.write(key) }
  }
}

extension KeyTree<String> {
  /// Writes a name tree; returns its root's number.
  func write(to body: inout PDFBody) throws(FinishingError) -> Int {
    try write("/Names[", to: &body) { key, bytes in bytes.write(textString: key) }
  }
}
