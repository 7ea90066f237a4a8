import ReportPipeline

/// An input named alone is worked on in this process, for another would take a third of the time again: under the same
/// limits, and with the same words at its end.
enum LonelyInput {
  static func prepare(_ path: String) {
    WorkLimits().apply(for: path)
    LastWords.prepare(
      input: path.visible, crashed: Wording.crashed, noMemory: Wording.outOfMemory, noTime: Wording.tooMuchTime)
  }
}
