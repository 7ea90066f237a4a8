/// The shared parsed model: what the source says, each value with its place. Nothing here knows of pages.
public struct Report: Hashable, Sendable {
  /// The office, as written: `DIRECCIÓN DE PARTICIPACIÓN CIUDADANA`; nil when the source has no title.
  public var department: Sourced<String>?
  /// Title lines above the department's, outermost first (municipality, form name).
  public var titleLines: [Sourced<String>]
  /// nil when no header names one.
  public var year: Sourced<Int>?
  /// Every year that title and header name, in reading order.
  public var yearMentions: [Sourced<Int>]
  public var scheme: PeriodScheme
  public var periods: [Period]
  public var activities: [Activity]
  /// How the table writes VAR. and VARIACIÓN.
  public var signs: SignConventions
  /// Lines below the table that explain it, as written; not signatures.
  public var notes: [Sourced<String>]

  public init(
    department: Sourced<String>?, titleLines: [Sourced<String>] = [], year: Sourced<Int>?,
    yearMentions: [Sourced<Int>] = [], scheme: PeriodScheme, periods: [Period], activities: [Activity],
    signs: SignConventions, notes: [Sourced<String>] = []
  ) {
    self.department = department
    self.titleLines = titleLines
    self.year = year
    self.scheme = scheme
    self.periods = periods
    self.activities = activities
    self.signs = signs
    self.yearMentions = yearMentions
    self.notes = notes
  }
}
