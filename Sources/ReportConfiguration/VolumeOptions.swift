public import ReportLayout
public import ReportModel

/// Which tables a volume binds, in which order and under which names, and what its cover says.
public struct VolumeOptions: Hashable, Sendable {
  /// One of the tables. Tables that are not listed follow those that are, in order of name.
  public struct Area: Hashable, Sendable {
    /// The file's name, with its folder below the volume's where there is one.
    public var file: String
    /// The sheet, by name, where the file has several.
    public var sheet: String?
    /// Stands in place of the office that the table names.
    public var name: String?
    /// Left out of the volume, which says so.
    public var isLeftOut: Bool
    /// What is said of this area's activities and the year before.
    public var matches: [SettledMatch] = []
    /// Which area of the year before it was; nil leaves that to the names.
    public var previous: PreviousArea?

    public init(file: String, sheet: String? = nil, name: String? = nil, isLeftOut: Bool = false) {
      self.file = file
      self.sheet = sheet
      self.name = name
      self.isLeftOut = isLeftOut
    }
  }

  /// What an area was the year before.
  public enum PreviousArea: Hashable, Sendable {
    /// As the year before called it.
    case named(String)
    /// It was not there.
    case none

    /// As the configuration writes it.
    public init(_ text: String) { self = text == SettledMatch.new ? .none : .named(text) }
    public var text: String { if case .named(let name) = self { name } else { SettledMatch.new } }
  }

  public var areas: [Area] = []
  public var cover = VolumeCover()

  public init() {}
}
