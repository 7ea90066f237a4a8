/// Stretches of a number tree (ISO 32000-1, 7.9.7): keys and what they lead to, ascending.
struct NumberTreeLeaf {
  let values: [(key: Int, object: Int)]

  /// Writes the stretches as the kids of one root; returns its number.
  static func write(_ leaves: [NumberTreeLeaf], to body: inout PDFBody) throws(FinishingError) -> Int {
    var kids: [Int] = []
    for leaf in leaves {
      guard let first = leaf.values.first, let last = leaf.values.last else { continue }
      let number = body.reserve()
      kids.append(number)
      try body.add(number) { bytes in
        bytes.write("<</Limits[\(first.key) \(last.key)]/Nums[")
        for value in leaf.values {
          bytes.write(value.key)
          bytes.append(UInt8(ascii: " "))
          bytes.write(reference: value.object)
          bytes.append(UInt8(ascii: " "))
        }
        bytes.write("]>>")
      }
    }
    return try writeRoot(kids, to: &body)
  }
}

/// Stretches of a name tree (ISO 32000-1, 7.9.6): names of one width and what they lead to, ascending.
struct NameTreeLeaf {
  let values: [(name: String, object: Int)]

  /// Writes the stretches as the kids of one root; returns its number.
  static func write(_ leaves: [NameTreeLeaf], to body: inout PDFBody) throws(FinishingError) -> Int {
    var kids: [Int] = []
    for leaf in leaves {
      guard let first = leaf.values.first, let last = leaf.values.last else { continue }
      let number = body.reserve()
      kids.append(number)
      try body.add(number) { bytes in
        bytes.write("<</Limits[")
        bytes.write(textString: first.name)
        bytes.write(textString: last.name)
        bytes.write("]/Names[")
        for value in leaf.values {
          bytes.write(textString: value.name)
          bytes.write(reference: value.object)
          bytes.append(UInt8(ascii: " "))
        }
        bytes.write("]>>")
      }
    }
    return try writeRoot(kids, to: &body)
  }
}

private func writeRoot(_ kids: [Int], to body: inout PDFBody) throws(FinishingError) -> Int {
  let root = body.reserve()
  try body.add(root) { bytes in
    bytes.write("<</Kids[")
    for kid in kids {
      bytes.write(reference: kid)
      bytes.append(UInt8(ascii: " "))
    }
    bytes.write("]>>")
  }
  return root
}
