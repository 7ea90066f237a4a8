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
  /// Columns that are none of the report's own, in the source's order.
  public var extraColumns: [ExtraColumn]
  /// Columns that sum up periods, in the source's order.
  public var subtotals: [SubtotalColumns]
  /// Rows that sum up activities, in the source's order.
  public var totals: [TotalRow]
  /// Those who sign the source, from left to right; for reports whose configuration names none.
  public var sourceSigners: [SourceSigner]

  public init(
    department: Sourced<String>?, titleLines: [Sourced<String>] = [], year: Sourced<Int>?,
    yearMentions: [Sourced<Int>] = [], scheme: PeriodScheme, periods: [Period], activities: [Activity],
    signs: SignConventions, notes: [Sourced<String>] = [], extraColumns: [ExtraColumn] = [],
    subtotals: [SubtotalColumns] = [], totals: [TotalRow] = [], sourceSigners: [SourceSigner] = []
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
    self.extraColumns = extraColumns
    self.subtotals = subtotals
    self.totals = totals
    self.sourceSigners = sourceSigners
  }
}

extension Report {
  /// Whether the periods together are the whole year. Several periods that all say no months are taken for it; a single
  /// one is a part of it.
  public var coversYear: Bool {
    let months = periods.compactMap(\.months)
    return months.isEmpty ? periods.count > 1 : months.count == periods.count && Set(months.joined()).count == 12
  }

  /// Whether the periods begin in January without a gap, so that they add up to the year so far.
  public var coversYearSoFar: Bool {
    let months = Set(periods.compactMap(\.months).joined())
    return coversYear || !months.isEmpty && !periods.contains { $0.months == nil } && months == Set(1...months.count)
  }
}

extension Report {
  /// Whether the table has columns that state real in per cent of programmed.
  public var statesPercents: Bool {
    activities.contains { activity in
      activity.annual.percent != nil || activity.periods.contains { $0.percent != nil }
    }
  }
}
