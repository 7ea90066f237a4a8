import Foundation
import Gallery
import Pages
import ReportConfiguration
import ReportModel
import Testing

@testable import PDFReading
@testable import ReportPipeline

/// Every report of the gallery as a file.
@Suite struct GalleryConformanceTests {
  static func reading(_ entry: Gallery.Entry) -> Job.Reading {
    Job.Reading(
      reports: [(entry.report, entry.findings)], diagnostics: [],
      source: Source(path: "galería.csv", bytes: CanonicalData(entry.report).csv), onlySheet: nil)
  }

  static func pdf(_ entry: Gallery.Entry, _ standard: PDFStandard) throws -> [UInt8] {
    let options = ReportConfiguration(layout: entry.options, standard: standard)
    return try Job.pdf(reading(entry), table: 0, options: options)
  }

  /// What most of the tests are about, made once.
  static let archived: [[UInt8]] = Gallery.entries.map { (try? pdf($0, .a3a)) ?? [] }

  /// Tags are read back as they were meant, and all that is drawn can be read.
  @Test(arguments: Gallery.entries.indices) func tagsAreTheOnesMeant(_ index: Int) throws {
    let entry = Gallery.entries[index]
    let plan = try Job.plan(
      entry.report, entry.findings, ReportConfiguration(layout: entry.options))
    let (meant, file) = (TagTree(plan.document), try PDFFile(Self.archived[index]))
    let read = TagTree(file)
    #expect(meant == read, "\(entry): \(TagTests.firstDifference(meant.lines, read.lines))")
    #expect(!file.pages.contains { PageText($0).characters.contains("\u{FFFD}") })
  }

  /// For those who want to see it: `GALLERY` names a folder to put all its reports in.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["GALLERY"] != nil, "GALLERY names no folder"))
  func isThereToBeSeen() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["GALLERY"])
    for (index, (entry, bytes)) in zip(Gallery.entries, Self.archived).enumerated() {
      let number = String(index + 1)
      let name =
        String(repeating: "0", count: max(0, 2 - number.count)) + number + " " + entry.name.replacing("/", with: " ")
      #expect(FileManager.default.createFile(atPath: "\(folder)/\(name).pdf", contents: Data(bytes)))
    }
  }

  static let validator = ProcessInfo.processInfo.environment["VERAPDF"]

  @Test(
    .enabled(if: validator != nil, "VERAPDF names no validator: conformance is not checked here"),
    arguments: [(PDFStandard.a3a, "ua1,3a", 1), (.a2a, "ua1,2a", 3), (.a4f, "ua2,wt1a,4f", 3), (.none, "ua1", 10)])
  func isAccessibleAndArchival(_ standard: PDFStandard, _ flavours: String, _ step: Int) throws {
    try AtomicFileTests.inFolder { folder in
      var files: [String] = []
      for index in stride(from: 0, to: Gallery.entries.count, by: step) {
        files.append("\(folder)/\(index).pdf")
        let bytes = standard == .a3a ? Self.archived[index] : try Self.pdf(Gallery.entries[index], standard)
        #expect(FileManager.default.createFile(atPath: "\(folder)/\(index).pdf", contents: Data(bytes)))
      }
      let output = try Self.validate(files, flavours, in: folder)
      let passes = output.split(separator: "\n").count { $0.hasPrefix("PASS ") }
      #expect(passes == files.count * flavours.split(separator: ",").count, "\(output)")
    }
  }

  private static func validate(_ files: [String], _ flavours: String, in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: try #require(validator))
    process.arguments = ["--flavour", flavours] + files
    let output = folder + "/verdicts"
    #expect(FileManager.default.createFile(atPath: output, contents: nil))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try String(contentsOfFile: output, encoding: .utf8)
  }
}
