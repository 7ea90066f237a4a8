/// Finished layout: items placed in a box of a known size, coordinates from its top left corner.
public struct Frame: Sendable {
  public var size: Size
  public private(set) var items: [PlacedItem] = []

  public init(size: Size) { self.size = size }

  public mutating func add(_ item: Item, _ owner: Owner) { items.append(PlacedItem(item, owner)) }

  /// Moves everything by `delta`.
  public mutating func shift(by delta: Point) {
    for index in items.indices { items[index].item = items[index].item.offset(by: delta) }
  }

  /// Puts all items of `frame` here, its top left corner at `origin`.
  public mutating func place(_ frame: Frame, at origin: Point) {
    items.reserveCapacity(items.count + frame.items.count)
    for placed in frame.items { items.append(PlacedItem(placed.item.offset(by: origin), placed.owner)) }
  }

  /// Apart: what belongs to `owner`, and all else.
  public func divided(by owner: Owner) -> (owned: Frame, rest: Frame) {
    var (owned, rest) = (Frame(size: size), Frame(size: size))
    owned.items = items.filter { $0.owner == owner }
    rest.items = items.filter { $0.owner != owner }
    return (owned, rest)
  }

  /// The same items with other owners.
  func mapOwners(_ change: (Owner) -> Owner) -> Frame {
    var frame = self
    for index in frame.items.indices { frame.items[index].owner = change(frame.items[index].owner) }
    return frame
  }
}
