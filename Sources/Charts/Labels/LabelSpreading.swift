import Pages

/// Keeps labels apart on a line.
///
/// Each label asks for a place (the middle of its height). In order of the places asked for, a label goes as near to
/// its own as the one before it allows; what runs over the end is then pushed back, again in order. So labels keep
/// their order, never overlap while their heights fit in the range at all, and move no more than they must from the
/// end they started at.
enum LabelSpreading {
  /// - Parameters:
  ///   - wanted: middles asked for, in any order.
  ///   - height: of each label, with the gap to the next.
  /// - Returns: the middles given, in the order of `wanted`.
  static func places(wanted: [Length], height: Length, in range: ClosedRange<Length>) -> [Length] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    var next = range.lowerBound + height / 2
    for index in order {
      places[index] = max(wanted[index], next)
      next = places[index] + height
    }
    next = range.upperBound - height / 2
    for index in order.reversed() {
      places[index] = min(places[index], next)
      next = places[index] - height
    }
    return places
  }
}
