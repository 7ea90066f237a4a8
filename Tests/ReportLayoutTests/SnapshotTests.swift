import FixedAdvance
import Foundation
import Pages
import ReportIngest
import ReportModel
import Testing

@testable import ReportLayout

extension Frame {
  /// The frame as text: one line an item, with place, size and owner.
  var snapshot: String {
    func number(_ length: Length) -> String { "\((length.points * 10).rounded() / 10)" }
    return items.map { placed in
      let owner: String =
        switch placed.owner {
        case .content(let id): "#\(id.index)"
        case .artifact(let kind): "\(kind)"
        }
      switch placed.item {
      case .text(let line):
        return "text \(number(line.origin.x)) \(number(line.origin.y)) \(number(line.size)) \(owner) \(line.text)"
      case .shape(let shape):
        let box = shape.path.bounds.map {
          [$0.minX, $0.minY, $0.width, $0.height].map(number).joined(separator: " ")
        }
        return "shape \(box ?? "") \(owner)"
      case .image(let image):
        let box = image.frame
        let place = [box.minX, box.minY, box.width, box.height].map(number).joined(separator: " ")
        return "image \(place) \(owner)"
      }
    }.joined(separator: "\n") + "\n"
  }
}

/// Pages of the seed as text. To record on purpose: delete the file and run; recording fails the run.
@Suite struct SnapshotTests {
  @Test(arguments: [1, 4])
  func seedPages(_ number: Int) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let seed = tests.appending(path: "../ReportIngestTests/Fixtures/participacion-ciudadana-2023.tsv").standardized
    let report = try #require(ReportReader.read([UInt8](try Data(contentsOf: seed)), file: "seed.tsv").reports.first)
    let document = try ReportLayout.document(
      for: report, findings: Audit.findings(in: report), options: LayoutOptions(), measuring: FixedAdvance())
    let snapshot = document.pages[number - 1].frame.snapshot
    let file = tests.appending(path: "Snapshots/seed-page-\(number).txt")
    guard FileManager.default.fileExists(atPath: file.path()) else {
      try snapshot.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent); look at it and run again")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == snapshot)
  }
}
