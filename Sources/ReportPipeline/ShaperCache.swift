import ReportModel
import TextShaping
import Workers

/// What one worker keeps from job to job, since it changes no byte of what the next makes: opened fonts, hyphenation
/// patterns and texts shaped before.
public final class ShaperCache: Sendable {
  private let shapers = Monitor<[Language: Shaper]>([:])

  private struct Shaper {
    let shaper: TextShaper
    var activities = 0
  }

  /// A shaper remembers the texts of so many activities, give or take a report; then another takes its place, so that
  /// memory does not grow with the batch.
  private static let memory = 1000

  public init() {}

  /// - Parameter activities: in the report to be set.
  func shaper(for language: Language, activities: Int) -> TextShaper {
    shapers.withLock { shapers in
      var entry = shapers[language] ?? Shaper(shaper: ShaperCache.newShaper(language))
      if entry.activities > ShaperCache.memory { entry = Shaper(shaper: ShaperCache.newShaper(language)) }
      entry.activities += activities
      shapers[language] = entry
      return entry.shaper
    }
  }

  private static func newShaper(_ language: Language) -> TextShaper {
    TextShaper(hyphenating: language == .es ? .spanish : .english)
  }
}
