import Pages
import Testing

@Suite struct StructureTests {
  @Test func everyElementHasOneParent() {
    var tree = StructureTree()
    let table = tree.add(.table, in: tree.root)
    let row = tree.add(.tableRow, in: table)
    let cells = (0..<3).map { _ in tree.add(.tableData, in: row) }
    for element in tree.elements.dropFirst() {
      let parents = tree.elements.filter { $0.children.contains(element.id) }
      #expect(parents.map(\.id) == [element.parent])
    }
    #expect(tree[row].children == cells)
  }

  @Test func placingKeepsOwnersAndMoves() {
    var inner = Frame(size: Size(width: .pt(10), height: .pt(10)))
    inner.add(.shape(Shape(.rect(Rect(x: .pt(1), y: .pt(1), width: .pt(2), height: .pt(2))))), .artifact(.layout))
    var outer = Frame(size: Size(width: .pt(100), height: .pt(100)))
    outer.place(inner, at: Point(x: .pt(5), y: .pt(6)))
    guard case .shape(let shape) = outer.items[0].item else { return #expect(Bool(false), "a shape was placed") }
    #expect(shape.path.bounds?.origin == Point(x: .pt(6), y: .pt(7)))
    #expect(outer.items[0].owner == .artifact(.layout))
  }
}
