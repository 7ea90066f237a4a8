/// A version as libraries number theirs; missing numbers count as 0.
public struct LibraryVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let numbers: [Int]

  public init(_ numbers: Int...) { self.numbers = numbers }

  /// The numbers at the beginning of a text: 1.7.3 of `1.7.3-rc1`; nil where there is none.
  public init?(parsing text: String) {
    let numbers = text.prefix { $0.isNumber || $0 == "." }.split(separator: ".").compactMap { Int($0) }
    guard !numbers.isEmpty else { return nil }
    self.numbers = numbers
  }

  public static func < (a: LibraryVersion, b: LibraryVersion) -> Bool {
    for index in 0..<max(a.numbers.count, b.numbers.count) {
      let (mine, other) = (a.number(index), b.number(index))
      if mine != other { return mine < other }
    }
    return false
  }

  private func number(_ index: Int) -> Int { numbers.indices.contains(index) ? numbers[index] : 0 }

  public var description: String { numbers.map(String.init).joined(separator: ".") }
}
