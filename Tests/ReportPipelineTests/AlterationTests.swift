import Foundation
import ReportModel
import Testing
import Workers

@testable import ReportPipeline

/// A thousand alterations of the seed's report, each of which must be found.
@Suite struct AlterationTests {
  /// Reports made, by their source and render options: only alterations of those two ask for another.
  final class Kept: Sendable {
    private let reports = Monitor<[Key: Verifier.Remake]>([:])

    private struct Key: Hashable {
      let source: Source
      let renderOptions: RenderOptions
    }

    func report(_ source: Source, _ renderOptions: RenderOptions) -> Verifier.Remake {
      let key = Key(source: source, renderOptions: renderOptions)
      if let known = reports.withLock({ $0[key] }) { return known }
      let made = Verifier.rendered(source, renderOptions)
      reports.withLock { $0[key] = made }
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

  /// Stretches cut out, doubled or moved: refused or altered, and no more.
  @Test(arguments: 200..<204) func anyDamage(_ round: UInt64) throws {
    let report = try #require(Self.report)
    var random = SplitMix(state: round)
    for _ in 0..<40 {
      var altered = report
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<altered.count, using: &random)
        let stretch = place..<min(altered.count, place + Int.random(in: 1...200, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: altered.removeSubrange(stretch)
        case 1: altered.insert(contentsOf: altered[stretch], at: place)
        default: altered.insert(contentsOf: altered[stretch], at: Int.random(in: 0..<altered.count, using: &random))
        }
      }
      guard altered != report else { continue }
      let verdict = try? Self.verify(altered, tellsDifferences: true).verdict
      #expect(verdict == nil || verdict == .altered || verdict == .unproven)
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

  /// Smart alterations of reports of this version and of another: each is altered, and told for what it is. A run with
  /// `INFORME_ALTERATIONS=1000` makes as many; else there are a few of each kind.
  @Test(arguments: SmartForgery.Kind.allCases, [Program.signature, "informe 0.0.9"])
  func smartOnes(_ kind: SmartForgery.Kind, _ program: String) throws {
    let wanted = ProcessInfo.processInfo.environment["INFORME_ALTERATIONS"].flatMap { Int($0) } ?? 0
    let rounds = max(2, wanted / SmartForgery.Kind.allCases.count / 2 + 1)
    let forgery = try SmartForgery(try VerifierTests.report(program: program))
    var random = SplitMix(state: UInt64(kind.rawValue.utf8.reduce(7) { $0 * 31 % 65_521 + Int($1) }))
    var (made, attempts) = (0, 0)
    while made < rounds, attempts < rounds * 20 {
      attempts += 1
      guard let altered = try forgery.report(kind, &random) else { continue }
      made += 1
      let verification = try Self.verify(altered, tellsDifferences: true)
      let codes = Set(verification.diagnostics.map(\.code))
      #expect(verification.verdict == .altered, "\(kind), \(program), number \(made): \(codes)")
      #expect(!codes.isDisjoint(with: SmartForgery.codes(kind)), "\(kind), \(program), number \(made): \(codes)")
    }
    #expect(made == rounds, "\(kind)")
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
