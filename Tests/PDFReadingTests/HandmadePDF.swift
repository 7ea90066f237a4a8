import CZlib

/// A PDF written by hand, as other programs or attackers might; without a cross-reference table, so that it is repaired.
struct HandmadePDF {
  private var bodies: [[UInt8]]
  private let hasOwnPages: Bool

  /// - Parameter catalog: entries of the catalog, object 1; without pages it has one that is blank, for libqpdf repairs no
  ///   file that has none.
  init(catalog: String) {
    hasOwnPages = catalog.contains("/Pages")
    bodies = [Array("<< /Type /Catalog \(catalog)".utf8)]
  }

  /// - Returns: the object's number.
  @discardableResult
  mutating func add(_ object: String) -> Int {
    bodies.append(Array(object.utf8))
    return bodies.count
  }

  @discardableResult
  mutating func add(stream data: [UInt8], _ entries: String = "") -> Int {
    bodies.append(Array("<< /Length \(data.count) \(entries) >>\nstream\n".utf8) + data + Array("\nendstream".utf8))
    return bodies.count
  }

  var bytes: [UInt8] {
    var all = bodies
    let tree = bodies.count + 1
    all[0] += Array((hasOwnPages ? " >>" : " /Pages \(tree) 0 R >>").utf8)
    if !hasOwnPages {
      all.append(Array("<< /Type /Pages /Kids [\(tree + 1) 0 R] /Count 1 >>".utf8))
      all.append(Array("<< /Type /Page /Parent \(tree) 0 R /MediaBox [0 0 9 9] >>".utf8))
    }
    var bytes = Array("%PDF-1.7\n".utf8)
    for (index, body) in all.enumerated() {
      bytes += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    return bytes + Array("trailer\n<< /Root 1 0 R /Size \(all.count + 1) >>\n%%EOF\n".utf8)
  }

  static func packed(_ data: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(data.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    guard compress2(&packed, &count, data, UInt(data.count), 9) == Z_OK else { return [] }
    return Array(packed[..<Int(count)])
  }
}
