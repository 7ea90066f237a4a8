import Foundation
import Gallery
import Pages
import Testing

/// A handful of pages as small pictures, compared with a tolerance that forgives another version of the renderer. To
/// record on purpose: delete the file and run; recording fails the run.
@Suite struct ReferenceTests {
  /// Report, page, file.
  static let pages = [
    ("6 × 5", 0, "table"), ("6 × 5", 2, "activity"), ("12 × seven digits", 1, "wide-figures"),
    ("objectives of 2,000", 0, "long-texts"), ("English, 12 × 4, a4", 1, "english-months"),
  ]

  @Test(arguments: pages)
  func looksTheSame(_ report: String, _ page: Int, _ name: String) throws {
    let setting = try #require(GallerySetting.all.first { $0.name == report })
    let raster = try Raster(setting.document.pages[page], .gray, pixelsPerInch: 20)
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/\(name).pgm")
    guard FileManager.default.fileExists(atPath: file.path()) else {
      try Data(raster.portable).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); look at it and run again")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: file))
    let reference = try #require(Raster(portable: bytes, pixelsPerPoint: raster.pixelsPerPoint))
    try #require(reference.width == raster.width && reference.height == raster.height)
    let differences = zip(reference.levels, raster.levels).map { abs(Int($0) - Int($1)) }
    #expect(differences.reduce(0, +) < differences.count * 2, "mean difference of 2 levels in 255")
    #expect(differences.count { $0 > 64 } < differences.count / 200, "one pixel in 200")
  }
}
