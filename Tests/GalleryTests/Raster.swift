import CairoBackend
import Foundation
import Pages
import Testing

/// A page as a reader prints it, in levels from 0 black to 1 white.
struct Raster {
  enum Kind: String, CaseIterable {
    case gray
    /// One bit, halftones as a printer makes them.
    case mono
  }

  let width: Int
  let height: Int
  let pixelsPerPoint: Double
  private(set) var levels: [UInt8]

  /// Of a fine printer. At 300 and more poppler's halftones hang on chance (`SplashScreen`, stochastic clustered dots).
  static let printer = 299

  /// A page drawn as PDF and rendered by poppler, which the test command installs.
  init(_ page: Page, _ kind: Kind, pixelsPerInch: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "informe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(CairoPDF.draw([page])).write(to: folder.appending(path: "page.pdf"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "pdftoppm", "-" + kind.rawValue, "-r", String(pixelsPerInch), "-singlefile", folder.path() + "/page.pdf",
      folder.path() + "/page",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "pdftoppm is needed")
    let file = folder.appending(path: kind == .gray ? "page.pgm" : "page.pbm")
    self = try #require(
      Raster(portable: [UInt8](try Data(contentsOf: file)), pixelsPerPoint: Double(pixelsPerInch) / 72))
  }

  /// A portable graymap (P5) or bitmap (P4); nil for anything else.
  init?(portable bytes: [UInt8], pixelsPerPoint: Double) {
    var fields: [String] = []
    var next = 0
    let count = bytes.starts(with: "P4".utf8) ? 3 : 4
    while fields.count < count, next < bytes.count {
      let field = bytes[next...].prefix { !($0 == 0x20 || $0 == 0x0A) }
      if let text = String(validating: field, as: UTF8.self), !text.isEmpty { fields.append(text) }
      next = field.endIndex + 1
    }
    guard fields.count == count, let width = Int(fields[1]), let height = Int(fields[2]) else { return nil }
    let data = bytes[min(next, bytes.count)...]
    if count == 4 {
      levels = Array(data)
    } else {
      let row = (width + 7) / 8
      guard data.count >= row * height else { return nil }
      levels = (0..<width * height).map { pixel in
        let (y, x) = (pixel / width, pixel % width)
        return data[data.startIndex + y * row + x / 8] & (0x80 >> UInt8(x % 8)) == 0 ? 255 : 0
      }
    }
    guard levels.count == width * height else { return nil }
    (self.width, self.height, self.pixelsPerPoint) = (width, height, pixelsPerPoint)
  }

  var portable: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + levels }

  /// Mean level of an area of the page.
  func level(in rect: Rect) -> Double {
    let (columns, rows) = (range(rect.minX, rect.maxX, width), range(rect.minY, rect.maxY, height))
    let sum = rows.reduce(0) { sum, y in columns.reduce(sum) { $0 + Int(levels[y * width + $1]) } }
    return Double(sum) / Double(max(1, columns.count * rows.count)) / 255
  }

  /// The share of the area's columns that have a dark pixel.
  func darkColumns(in rect: Rect) -> Double {
    let (columns, rows) = (range(rect.minX, rect.maxX, width), range(rect.minY, rect.maxY, height))
    let dark = columns.count { x in rows.contains { levels[$0 * width + x] < 150 } }
    return Double(dark) / Double(max(1, columns.count))
  }

  private func range(_ from: Length, _ to: Length, _ limit: Int) -> Range<Int> {
    let lower = max(0, min(limit, Int((from.points * pixelsPerPoint).rounded())))
    return lower..<max(lower, min(limit, Int((to.points * pixelsPerPoint).rounded())))
  }

  /// Contrast of two levels: of one grey against another, or of how much white is left between dots
  /// (WCAG 2.1, "contrast ratio").
  static func contrast(_ a: Double, _ b: Double, _ kind: Kind) -> Double {
    func luminance(_ level: Double) -> Double {
      kind == .mono ? level : level <= 0.03928 ? level / 12.92 : pow((level + 0.055) / 1.055, 2.4)
    }
    let (a, b) = (luminance(a), luminance(b))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
