import Pages

/// Object numbers of elements that have an anchor, known before the elements are.
struct Anchors {
  private var numbers: [Anchor: Int] = [:]

  mutating func number(of anchor: Anchor, _ body: inout PDFBody) -> Int {
    if let number = numbers[anchor] { return number }
    let number = body.reserve()
    numbers[anchor] = number
    return number
  }
}
