/// A stretch of a number or name tree (ISO 32000-1, 7.9.6 and 7.9.7): keys and what they lead to, ascending. Names are of
/// one width.
struct TreeLeaf<Key: Sendable>: Sendable {
  let values: [(key: Key, object: Int)]
}

extension [TreeLeaf<Int>] {
  /// Writes a number tree; returns its root's number.
  func write(to body: inout PDFBody) throws(FinishingError) -> Int {
    try write("/Nums[", to: &body) { key, bytes in bytes.write(key) }
  }
}

extension [TreeLeaf<String>] {
  /// Writes a name tree; returns its root's number.
  func write(to body: inout PDFBody) throws(FinishingError) -> Int {
    try write("/Names[", to: &body) { key, bytes in bytes.write(textString: key) }
  }
}

extension Array {
  /// Writes the stretches as the kids of one root.
  fileprivate func write<Key>(
    _ opening: StaticString, to body: inout PDFBody, _ write: (Key, inout [UInt8]) -> Void
  ) throws(FinishingError) -> Int where Element == TreeLeaf<Key> {
    var kids: [Int] = []
    for leaf in self {
      guard let first = leaf.values.first, let last = leaf.values.last else { continue }
      kids.append(body.reserve())
      try body.add(kids[kids.count - 1]) { bytes in
        bytes.write("<</Limits[")
        write(first.key, &bytes)
        bytes.append(UInt8(ascii: " "))
        write(last.key, &bytes)
        bytes.write("]")
        bytes.write(opening)
        for value in leaf.values {
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
