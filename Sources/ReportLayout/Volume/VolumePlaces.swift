import Pages

/// Where the parts of a volume stand; all pages count from 0.
struct VolumePlaces: Sendable {
  var contents: Destination
  var summary: Destination
  /// The page that opens each part, and each of its activities; none where the part is missing.
  var parts: [(opening: Destination, activities: [Destination])]
  /// Where the volume is signed; nil where nobody does.
  var closing: Destination?
}
