import ReportModel
import Testing
import Workers

@testable import ReportPipeline

/// A thousand alterations of the seed's report, each of which must be found.
@Suite struct AlterationTests {
  /// Reports made, by their source and recipe: only alterations of those two ask for another.
  final class Kept: Sendable {
    private let reports = Monitor<[Key: [UInt8]?]>([:])

    private struct Key: Hashable {
      let source: Source
      let recipe: Recipe
    }

    func report(_ source: Source, _ recipe: Recipe) -> [UInt8]? {
      let key = Key(source: source, recipe: recipe)
      if let known = reports.withLock({ $0[key] }) { return known }
      let made = Verifier.rendered(source, recipe)
      reports.withLock { $0[key] = .some(made) }
      return made
    }
  }

  static let kept = Kept()
  static let report = try? VerifierTests.report()

  static func verify(_ bytes: [UInt8], tellsDifferences: Bool) throws -> Verification {
    try Verifier(tellsDifferences: tellsDifferences) { Self.kept.report($0, $1) }
      .verify(bytes, named: "a.pdf", against: nil)
  }

  /// Any byte of the file, by any other.
  @Test(arguments: 0..<8) func singleBytes(_ round: UInt64) throws {
    let report = try #require(Self.report)
    var random = SplitMix(state: round)
    for _ in 0..<100 {
      var altered = report
      let place = Int.random(in: 0..<altered.count, using: &random)
      altered[place] ^= UInt8.random(in: 1...255, using: &random)
      let verdict = try? Self.verify(altered, tellsDifferences: false).verdict
      #expect(verdict == nil || verdict == .altered || verdict == .unproven, "byte \(place)")
    }
  }

  /// Any digit of what pages draw, of the metadata and of the files carried, by another, in a well-made revision.
  @Test(arguments: 100..<108) func singleDigits(_ round: UInt64) throws {
    let forgery = try Forgery(try #require(Self.report))
    let parts = try forgery.parts()
    var random = SplitMix(state: round)
    for _ in 0..<25 {
      var (part, data) = try #require(parts.randomElement(using: &random))
      var place = 0
      repeat { place = Int.random(in: 0..<data.count, using: &random) } while !(0x30...0x39).contains(data[place])
      let digit = data[place]
      repeat { data[place] = UInt8.random(in: 0x30...0x39, using: &random) } while data[place] == digit
      let verification = try Self.verify(try forgery.replacing(part, with: data), tellsDifferences: true)
      #expect(verification.verdict == .altered, "\(part), byte \(place)")
      let codes = Set(verification.diagnostics.map(\.code))
      #expect(!codes.isDisjoint(with: Self.expected(part)), "\(part), byte \(place): \(codes)")
    }
  }

  /// What the forgery of a part must be told as.
  static func expected(_ part: Forgery.Part) -> Set<String> {
    switch part {
    case .page: ["text-differs", "drawing-differs"]
    case .metadata: ["metadata-differs"]
    // The source is what all else is judged by, so it is told by its checksum.
    case .attachment: ["damaged-attachment"]
    }
  }
}
