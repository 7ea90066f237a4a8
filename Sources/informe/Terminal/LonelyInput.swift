import ReportPipeline

/// An input named alone is worked on in this process, for another would take a third of the time again: under the same
/// limits, and with the same words at its end.
enum LonelyInput {
  static func prepare(_ path: String) {
    WorkLimits().apply(for: path)
    func line(_ code: String, _ words: String) -> String { "\(path.visible): error: \(code): \(words)\n" }
    LastWords.prepare(
      crashed: line("crashed", Wording.crashed), noMemory: line("out-of-memory", Wording.outOfMemory),
      noTime: line("too-much-time", Wording.tooMuchTime))
  }
}
