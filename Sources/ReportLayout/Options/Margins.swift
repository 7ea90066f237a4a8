public import Pages

/// Space between the edges of the sheet and what is printed: head and foot included.
public struct Margins: Hashable, Sendable {
  public var top: Length
  public var bottom: Length
  public var left: Length
  public var right: Length

  public init(top: Length, bottom: Length, left: Length, right: Length) {
    self.top = top
    self.bottom = bottom
    self.left = left
    self.right = right
  }

  /// As narrow as every office printer can print.
  public static let standard = Margins(top: .mm(8.5), bottom: .mm(7.5), left: .mm(12.7), right: .mm(12.7))
}

/// The edge at which sheets are held together.
public struct Binding: Hashable, Sendable {
  public enum Edge: String, CaseIterable, Hashable, Sendable {
    case left
    case top
  }

  public var edge: Edge
  /// The margin at that edge, in place of the general one.
  public var margin: Length

  public init(_ edge: Edge, margin: Length = Binding.standardMargin) {
    self.edge = edge
    self.margin = margin
  }

  /// What a ring binder or a staple and a fold need.
  public static let standardMargin = Length.mm(25)
}

extension LayoutOptions {
  /// Margins of the first page, and of every page where they are not mirrored.
  public var pageMargins: Margins {
    var margins = margins
    switch binding?.edge {
    case .left: margins.left = binding?.margin ?? margins.left
    case .top: margins.top = binding?.margin ?? margins.top
    case nil: break
    }
    if let stamp { margins.bottom = max(margins.bottom, stamp) }
    return margins
  }

  /// How far everything on a page is moved from where the first page's margins put it. Even pages of a duplex print are
  /// the backs of the sheets: what is the binding edge in front is the opposite one behind. All text areas are equally
  /// large, so that moving is all there is to it.
  func shift(ofPage number: Int) -> Point {
    guard duplex, number.isMultiple(of: 2) else { return .zero }
    let margins = pageMargins
    return binding?.edge == .top
      ? Point(x: .zero, y: margins.bottom - margins.top) : Point(x: margins.right - margins.left, y: .zero)
  }

  /// A landscape sheet bound at its left is turned over its short edge, one bound at its top over its long edge.
  var printHints: PrintHints {
    let keepsSize = binding != nil || stamp != nil
    guard duplex else { return PrintHints(keepsSize: keepsSize) }
    return PrintHints(duplex: binding?.edge == .top ? .flipLongEdge : .flipShortEdge, keepsSize: keepsSize)
  }
}
