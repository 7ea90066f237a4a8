import Pages

/// Keeps labels apart on a line.
///
/// Each label asks for a place (the middle of its height). Labels that would overlap form a group, which stands, one
/// label right behind the other, where its members move least on the average; groups that then overlap become one. At
/// the ends of the range groups stop. So labels keep their order, never overlap while their heights fit in the range at
/// all, and each moves no more than its neighbours force it to.
enum LabelSpreading {
  /// - Parameters:
  ///   - wanted: middles asked for, in any order; equal ones keep it.
  ///   - heights: of each label, with the gap to the next.
  /// - Returns: the middles given, in the order of `wanted`.
  static func places(wanted: [Length], heights: [Length], in range: ClosedRange<Length>) -> [Length] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var groups: [Group] = []
    for index in order {
      var group = Group(members: [index], height: heights[index], top: .zero)
      group.settle(wanted, heights, range)
      while let above = groups.last, above.top + above.height > group.top {
        groups.removeLast()
        group = Group(members: above.members + group.members, height: above.height + group.height, top: .zero)
        group.settle(wanted, heights, range)
      }
      groups.append(group)
    }
    return middles(of: groups, heights)
  }

  private static func middles(of groups: [Group], _ heights: [Length]) -> [Length] {
    var middles = heights
    for group in groups {
      var top = group.top
      for member in group.members {
        middles[member] = top + heights[member] / 2
        top = top + heights[member]
      }
    }
    return middles
  }

  private struct Group {
    /// Labels from top to bottom.
    var members: [Int]
    var height: Length
    var top: Length

    /// Stands where its labels are, on the average, where they ask to be, within the range.
    mutating func settle(_ wanted: [Length], _ heights: [Length], _ range: ClosedRange<Length>) {
      var (offset, sum) = (Length.zero, Length.zero)
      for member in members {
        sum = sum + wanted[member] - offset - heights[member] / 2
        offset = offset + heights[member]
      }
      top = max(range.lowerBound, min(sum / Double(members.count), range.upperBound - height))
    }
  }
}
