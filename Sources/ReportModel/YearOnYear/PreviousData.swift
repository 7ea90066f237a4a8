/// The year before, as it is compared and carried: the canonical data of a report or of a volume.
public struct PreviousData: Hashable, Sendable {
  /// The canonical data, whole.
  public let json: [UInt8]
  public let areas: [Area]

  public init(json: [UInt8], areas: [Area]) {
    self.json = json
    self.areas = areas
  }

  /// One office's year.
  public struct Area: Hashable, Sendable {
    /// As a volume calls it; nil where neither a volume nor the table names the office.
    public let name: String?
    public let year: PreviousYear
    /// The words of its names: as a volume calls it, and as its table does.
    fileprivate let words: [[String]]

    public init(name: String?, year: PreviousYear) {
      (self.name, self.year) = (name, year)
      words = [name, year.department].map(PreviousData.words)
    }
  }

  /// The earlier year of a report that stands alone: the only one there is, or that of the same office.
  public func year(of name: String?) -> PreviousYear? {
    areas.count == 1 ? areas[0].year : area(named: name).map { areas[$0].year }
  }

  /// The only area of that name, case, accents and numbers aside.
  /// - Parameter name: of the office, or as a volume calls the area.
  public func area(named name: String?) -> Int? {
    let words = PreviousData.words(of: name)
    let found = areas.indices.filter { areas[$0].words.contains(words) }
    return words.isEmpty || found.count != 1 ? nil : found[0]
  }

  private static func words(of name: String?) -> [String] {
    FoldedText.words(of: name ?? "").filter { !$0.allSatisfy(\.isNumber) }
  }
}
