import Pages

/// A piece of what stands under the table, never divided: a line of notes, the signatures.
///
/// `TablePagination` keeps the pieces with at least two rows of the table and never leaves the last one alone.
struct ClosingBlock: Sendable {
  let height: Length
  /// Whether it stands at the foot of its page, as signatures do, rather than right below what is before it. Only the
  /// last piece may.
  var sinks = false
  /// The notes on wrong figures it explains, by their places in the report's.
  var notes = 0..<0
  /// The same, higher, for pages that have room for it; the highest first.
  var roomy: [ClosingBlock] = []
  /// Draws it below the top given, and adds its structure to the section.
  let draw:
    @Sendable (_ top: Length, _ page: inout Page, _ section: StructureElement.ID, _ builder: inout DocumentBuilder)
      -> Void
}
