import Pages

/// The root of the structure tree, its document element, and the ways back to elements: from content and from names
/// (ISO 32000-1, 14.7.2).
struct StructureRoot {
  /// The elements right under the document's.
  let roots: [Int]
  /// The parent tree's, ascending.
  let parents: [(key: Int, object: Int)]
  /// The elements that have a name, ascending by it.
  let names: [(key: String, object: Int)]

  /// ISO 32000-2, 14.8.6: the structure types of PDF 2.0.
  private static let namespace = "http://iso.org/pdf2/ssn"

  func write(to body: inout PDFBody, in file: FileContext) throws(FinishingError) {
    let numbers = file.numbers
    let parentTree = try KeyTree(values: parents).write(to: &body)
    let nameTree = names.isEmpty ? nil : try KeyTree(values: names).write(to: &body)
    try body.add(numbers.document) { bytes in
      bytes.write("<</S/Document/P ")
      bytes.write(reference: numbers.structureTree)
      if file.standard.isPDF2 { bytes.write(namespace: numbers) }
      bytes.write("/K")
      bytes.write(references: roots)
      bytes.write(">>")
    }
    if file.standard.isPDF2 {
      try body.add(numbers.namespace) { bytes in
        bytes.write("<</Type/Namespace/NS")
        bytes.write(textString: StructureRoot.namespace)
        bytes.write(">>")
      }
    }
    try body.add(numbers.structureTree) { bytes in
      bytes.write("<</Type/StructTreeRoot/K ")
      bytes.write(reference: numbers.document)
      bytes.write("/ParentTree ")
      bytes.write(reference: parentTree)
      bytes.write("/ParentTreeNextKey ")
      bytes.write(ObjectNumbers.key(ofPage: numbers.pages))
      if let nameTree {
        bytes.write("/IDTree ")
        bytes.write(reference: nameTree)
      }
      if file.standard.isPDF2 {
        bytes.write("/Namespaces")
        bytes.write(references: [numbers.namespace])
      }
      bytes.write(">>")
    }
  }
}
