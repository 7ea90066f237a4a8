extension Item {
  /// What encloses all of its ink; nil where it draws nothing.
  public var bounds: Rect? {
    switch self {
    case .text(let line): line.bounds
    case .shape(let shape): shape.bounds
    case .image(let image): image.frame
    }
  }
}

extension TextLine {
  /// The line's width, and the height its type may take: accents above, descenders below.
  fileprivate var bounds: Rect? {
    guard !pieces.isEmpty else { return nil }
    return Rect(x: origin.x, y: origin.y - size * 0.95, width: width, height: size * 1.2)
  }
}

extension Shape {
  fileprivate var bounds: Rect? {
    guard let box = path.bounds, fill != nil || stroke != nil else { return nil }
    return box.inset(by: -((stroke?.width ?? .zero) / 2))
  }
}
