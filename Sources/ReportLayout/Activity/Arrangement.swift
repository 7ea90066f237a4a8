import Charts
import Pages
import ReportModel

/// How the activity pages of a report are divided, the same for all of them.
///
/// Figures and names of periods take the size their columns allow, so the more periods there are and the wider their
/// figures, the more width the charts need. Of these arrangements the first is taken that keeps everything at a
/// comfortable size, else the first that keeps it above the floor:
///
/// 1. texts beside the charts, in the usual column, then in a narrow one;
/// 2. texts above the charts, which then have the whole width;
/// 3. the same with the periods in two, three or more bands, one below the other.
struct Arrangement: Hashable {
  enum Place: Hashable, CaseIterable {
    case beside
    case besideNarrow
    case above
  }

  let place: Place
  /// Bands the periods are divided into.
  let bands: Int

  static func candidates(periods: Int) -> [Arrangement] {
    (1...max(1, min(periods, 6))).flatMap { bands in Place.allCases.map { Arrangement(place: $0, bands: bands) } }
  }

  /// The periods of each band; the last may have fewer.
  func ranges(periods: Int) -> [Range<Int>] {
    let count = max(1, (periods + bands - 1) / bands)
    return stride(from: 0, to: max(periods, 1), by: count).map { $0..<min($0 + count, periods) }
  }
}

extension ActivityGeometry {
  /// The geometry of the first arrangement that serves.
  static func best(_ context: Context, _ content: TableContent) -> ActivityGeometry {
    let all = Arrangement.candidates(periods: context.report.periods.count).lazy
      .map { ActivityGeometry(context, content, $0) }
    // Above the charts texts leave them all the width there is.
    let candidates = all.filter { $0.hasWidth || $0.arrangement.place == .above }
    let roomy = candidates.filter(\.hasHeight)
    return roomy.first(where: \.isComfortable) ?? roomy.first(where: \.isLegible)
      ?? candidates.first(where: \.isLegible) ?? all[all.count - 1]
  }

  /// The same under the table, texts beside the charts; nil where none has the height.
  static func best(_ context: Context, _ content: TableContent, under room: Rect) -> ActivityGeometry? {
    Arrangement.candidates(periods: context.report.periods.count).lazy
      .filter { $0.place != .above }
      .map { ActivityGeometry(context, content, $0, under: room) }
      .first { $0.hasWidth && $0.hasHeight && $0.isLegible }
  }
}
