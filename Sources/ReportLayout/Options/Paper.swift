public import Pages

/// A sheet in landscape: its width is never less than its height.
public struct Paper: Hashable, Sendable {
  /// As the user names it, for messages.
  public let name: String
  public let size: Size

  init(_ name: String, _ a: Length, _ b: Length) {
    self.name = name
    size = Size(width: max(a, b), height: min(a, b))
  }

  /// US Letter, 216 × 279 mm.
  public static let carta = Paper("carta", .inch(8.5), .inch(11))
  /// What Mexican stationers sell as oficio: 216 × 340 mm.
  public static let oficio = Paper("oficio", .mm(216), .mm(340))
  public static let legal = Paper("legal", .inch(8.5), .inch(14))
  public static let a4 = Paper("a4", .mm(210), .mm(297))
  public static let a3 = Paper("a3", .mm(297), .mm(420))
  /// US Tabloid, 279 × 432 mm.
  public static let tabloide = Paper("tabloide", .inch(11), .inch(17))

  public static let named: [Paper] = [.carta, .oficio, .legal, .a4, .a3, .tabloide]
}

extension Paper {
  /// A named paper (`letter` and `tabloid` too, in any case), or `WxH` in millimetres such as `216x340`, the
  /// longer side from 210 (A5) and the shorter from 148 to 1,200 mm; nil for anything else.
  public init?(parsing text: String) {
    let key = text.lowercased()
    let synonyms = ["letter": "carta", "tabloid": "tabloide"]
    if let paper = Paper.named.first(where: { $0.name == synonyms[key] ?? key }) {
      self = paper
      return
    }
    let sides = key.split(separator: "x", omittingEmptySubsequences: false).map { Double($0) }
    guard sides.count == 2, let a = sides[0], let b = sides[1], (148...1200).contains(a), (148...1200).contains(b),
      max(a, b) >= 210
    else { return nil }
    self.init(key, .mm(a), .mm(b))
  }
}
