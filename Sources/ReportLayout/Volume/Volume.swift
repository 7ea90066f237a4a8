import Pages
public import ReportModel

/// What a municipality hands its council: the reports of its areas, bound as one. Before it is set.
public struct Volume: Sendable {
  /// An area with its report.
  public struct Area: Sendable {
    /// As the volume calls it.
    public var name: String
    public var report: Report
    public var findings: [Diagnostic]
    /// The name of the file it was read from.
    public var source: String
    /// With the year before; nil where none is known.
    public var comparison: YearComparison?

    public init(name: String, report: Report, findings: [Diagnostic], source: String) {
      self.name = name
      self.report = report
      self.findings = findings
      self.source = source
    }
  }

  /// An area whose table is broken: the volume says so in its place.
  public struct MissingArea: Sendable {
    public var name: String
    /// The name of the file that cannot be used, and why.
    public var source: String
    public var errors: [Diagnostic]

    public init(name: String, source: String, errors: [Diagnostic]) {
      self.name = name
      self.source = source
      self.errors = errors
    }
  }

  public enum Part: Sendable {
    case area(Area)
    case missing(MissingArea)
  }

  /// In the order they are bound.
  public var parts: [Part]
  /// Files that the configuration leaves out.
  public var leftOut: [String]
  public var cover: VolumeCover
  /// nil where no year before is known.
  public var previous: PreviousAreas?

  /// What becomes of the areas of the year before.
  public struct PreviousAreas: Hashable, Sendable {
    /// nil where they report several years, or none.
    public var year: Int?
    /// Areas of the year before that this volume does not have.
    public var gone: [String] = []
    /// This volume's areas that the year before does not have by their name, and of which nobody says that they are new.
    public var unmatched: [String] = []

    public init(year: Int?) { self.year = year }
  }

  public init(
    parts: [Part], leftOut: [String] = [], cover: VolumeCover = VolumeCover(), previous: PreviousAreas? = nil
  ) {
    self.parts = parts
    self.leftOut = leftOut
    self.cover = cover
    self.previous = previous
  }

  public var areas: [Area] { parts.compactMap { if case .area(let area) = $0 { area } else { nil } } }
  public var missing: [MissingArea] { parts.compactMap { if case .missing(let area) = $0 { area } else { nil } } }

  /// The year all areas report; nil where they differ or none says one.
  public var year: Int? {
    let years = Set(areas.map { $0.report.year?.value })
    return years.count == 1 ? years.first ?? nil : nil
  }
}

/// What the cover says besides title and place.
public struct VolumeCover: Hashable, Sendable {
  public enum Crest: String, CaseIterable, Hashable, Sendable {
    case left
    case right
    case none
  }

  /// A line for whom it is: "Para la sesión de cabildo".
  public var text: String?
  /// Which of the logos stands large on the cover.
  public var crest = Crest.left

  public init(text: String? = nil, crest: Crest = .left) {
    self.text = text
    self.crest = crest
  }
}

/// What a report is told when it is a part of a volume.
struct VolumePart: Sendable {
  /// The volume has hardly more pages: room for its page numbers.
  let mostPages: Int
}
