/// How lines are drawn at a place in a page's content. Cairo says it only where it changes; what is stored apart from the
/// rest of the page must say it itself.
struct LineState {
  /// The operators in force, with their operands and the line end behind them.
  private var width: [UInt8] = []
  private var dashes: [UInt8] = []
  private var lacksWidth = false
  private var lacksDashes = false
  /// Whether the path to come is for a line, not an area.
  var isStroking = false

  mutating func setWidth(_ statement: ArraySlice<UInt8>) {
    width = Array(statement)
    lacksWidth = false
  }

  mutating func setDashes(_ statement: ArraySlice<UInt8>) {
    dashes = Array(statement)
    lacksDashes = false
  }

  /// From here on what is in force must be said again.
  mutating func forget() {
    lacksWidth = true
    lacksDashes = true
    isStroking = false
  }

  /// Says again what a line needs; call where its path begins.
  mutating func writeMissing(to bytes: inout [UInt8]) {
    guard isStroking else { return }
    for (isMissing, statement) in [(lacksWidth, width), (lacksDashes, dashes)] where isMissing && !statement.isEmpty {
      bytes.append(contentsOf: statement)
    }
    lacksWidth = false
    lacksDashes = false
  }
}
