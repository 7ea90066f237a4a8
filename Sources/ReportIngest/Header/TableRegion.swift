import ReportModel

/// One table of a grid: its header, the rows under it, and the lines above it.
struct TableRegion {
  let block: HeaderBlock
  var titles: [Sourced<String>]
  /// Rows of activities and what stands between and below them.
  var rows: [Int]
}
