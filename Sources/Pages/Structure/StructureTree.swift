/// The logical structure of a document, apart from its pages: a table over ten pages is one table here.
///
/// Element 0 is the root, role `document`. Every other element has exactly one parent.
public struct StructureTree: Sendable {
  public private(set) var elements: [StructureElement]

  public init() {
    elements = [
      StructureElement(id: .init(index: 0), role: .document, parent: nil, attributes: StructureAttributes())
    ]
  }

  public var root: StructureElement.ID { elements[0].id }

  public subscript(id: StructureElement.ID) -> StructureElement { elements[id.index] }

  /// Adds an element as the last child of `parent`.
  public mutating func add(
    _ role: StructureRole, in parent: StructureElement.ID, _ attributes: StructureAttributes = .init()
  ) -> StructureElement.ID {
    let id = StructureElement.ID(index: elements.count)
    elements.append(StructureElement(id: id, role: role, parent: parent, attributes: attributes))
    elements[parent.index].children.append(id)
    return id
  }

  public mutating func update(_ id: StructureElement.ID, _ change: (inout StructureAttributes) -> Void) {
    change(&elements[id.index].attributes)
  }

  /// See `DocumentSection.within`.
  mutating func bind(in document: String) {
    for index in elements.indices {
      elements[index].role = elements[index].role.lowered
      elements[index].attributes.anchor = elements[index].attributes.anchor?.within(document)
    }
  }

  /// Adds another tree's elements behind these, its root's children under this root.
  /// - Returns: the new name of each of its elements.
  mutating func append(_ other: StructureTree) -> (StructureElement.ID) -> StructureElement.ID {
    let (root, offset) = (root, elements.count - 1)
    func moved(_ id: StructureElement.ID) -> StructureElement.ID {
      id.index == 0 ? root : StructureElement.ID(index: id.index + offset)
    }
    for element in other.elements.dropFirst() {
      var attributes = element.attributes
      attributes.headers = attributes.headers.map(moved)
      attributes.references = attributes.references.map(moved)
      var copy = StructureElement(
        id: moved(element.id), role: element.role, parent: element.parent.map(moved), attributes: attributes)
      copy.children = element.children.map(moved)
      elements.append(copy)
    }
    elements[0].children += other.elements[0].children.map(moved)
    return moved
  }
}
