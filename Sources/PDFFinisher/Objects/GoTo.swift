import Pages

/// Where a link or an entry of the outline leads, as its dictionary says it (ISO 32000-1, 12.3.2 and 12.6.4.2).
struct GoTo {
  private let page: Int
  private let top: Length
  /// The structure element that stands there; PDF/UA-2 alone wants it (ISO 14289-2, 8.8).
  private let element: Int?

  /// - Throws: when there is no such page.
  init(
    _ destination: Destination, in file: FileContext, _ anchors: inout Anchors, _ body: inout PDFBody
  ) throws(FinishingError) {
    let (numbers, index) = (file.numbers, destination.page)
    try require((0..<numbers.pages).contains(index), "something leads to page \(index + 1) of \(numbers.pages)")
    page = numbers.page(index)
    // PDF counts upwards from the foot of the page.
    top = file.pageHeight - destination.top
    element =
      file.standard.isPDF2 ? destination.anchor.map { anchors.number(of: $0, &body) } ?? numbers.document : nil
  }

  func write(to bytes: inout [UInt8]) {
    guard let element else {
      bytes.write("/Dest")
      return write(page, to: &bytes)
    }
    bytes.write("/A<</S/GoTo/D")
    write(page, to: &bytes)
    bytes.write("/SD")
    write(element, to: &bytes)
    bytes.write(">>")
  }

  private func write(_ target: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    bytes.write(reference: target)
    bytes.write("/XYZ null ")
    bytes.write(points: top.points)
    bytes.write(" null]")
  }
}
