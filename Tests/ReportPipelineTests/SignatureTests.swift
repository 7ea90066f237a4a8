import Foundation
import PDFFinisher
import ReportConfiguration
import ReportLayout
import ReportModel
import Signing
import TestAuthority
import Testing

@testable import ReportPipeline

/// Signed reports, and what becomes of them when somebody changes them.
@Suite struct SignatureTests {
  static let moment = Moment(iso: SignatureTests.tomorrow + "T12:00:00-06:00")

  /// Test certificates are valid from now on.
  private static let tomorrow = Date(timeIntervalSinceNow: 86_400)
    .formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())

  static func options() -> ReportConfiguration {
    var layout = LayoutOptions()
    layout.signers = [
      Signer(role: .prepared, name: "Ana"), Signer(role: .reviewed, name: "Benito", post: "Director"),
      Signer(role: .other("Testigo (1)"), name: "Eva"), Signer(role: .authorised, name: "Rosa"),
    ]
    return ReportConfiguration(layout: layout)
  }

  /// A report, and the same signed by everyone.
  static func signed(by people: [Identity]) throws -> (report: [UInt8], states: [[UInt8]]) {
    let report = try VerifierTests.report(VerifierTests.seed, options())
    var (file, states) = (try SignableFile(report), [[UInt8]]())
    for (field, identity) in zip(file.fields, people) {
      let room = try identity.signature(of: []).count + 16
      let moment = try #require(Self.moment)
      let revision = try SignatureRevision(
        of: file,
        SignatureFacts(
          field: field.name, signer: identity.certificate.name, serial: identity.certificate.serial, moment: moment,
          room: room))
      file = try #require(revision.signed(by: try identity.signature(of: revision.signedBytes)))
      states.append(file.bytes)
    }
    return (report, states)
  }

  static func withPeople(_ count: Int, _ body: ([Identity], TestAuthority) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "informe-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let authority = try TestAuthority(in: folder)
    let people = try (1...count).map { number in
      let person = try authority.person("Persona Ñ \(number)", number: number, key: number == 2 ? "ec" : "rsa:2048")
      return try Credentials.pkcs12(person.pkcs12).identity(
        password: try Credentials.password(fromFile: person.passwordFile))
    }
    try body(people, authority)
  }

  private static func verify(_ bytes: [UInt8], _ report: [UInt8], tells: Bool = false) throws -> Verification {
    try Verifier(tellsDifferences: tells) { _, _ in .made(report) }.verify(bytes, named: "a.pdf", against: nil)
  }

  /// Whether a file is called altered, or no PDF at all.
  private static func isRefused(_ bytes: [UInt8], _ report: [UInt8]) -> Bool {
    guard let verification = try? verify(bytes, report) else { return true }
    return verification.verdict == .altered
  }

  @Test func everyStateIsProved() throws {
    try Self.withPeople(4) { people, authority in
      let (report, states) = try Self.signed(by: people)
      for (count, state) in states.enumerated() {
        #expect(state.starts(with: report))
        let verification = try Self.verify(state, report)
        #expect(verification.verdict == .identical, "\(verification.diagnostics)")
        #expect(verification.diagnostics.count { $0.code == "signature" } == count + 1)
      }
    }
  }

  /// A bit anywhere, a byte gone or more, in the report or in any signature: none goes unseen.
  @Test func twoHundredAlterationsAreFound() throws {
    try Self.withPeople(2) { people, _ in
      let (report, states) = try Self.signed(by: people)
      let signed = try #require(states.last)
      var random = SplitMix(state: 15)
      for index in 0..<200 {
        var changed = signed
        // Most of them where the signatures are.
        let place = Int.random(in: (index % 4 == 0 ? 0 : report.count)..<signed.count, using: &random)
        switch index % 3 {
        case 0: changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: changed.remove(at: place)
        default: changed.insert(UInt8.random(in: 0...255, using: &random), at: place)
        }
        #expect(Self.isRefused(changed, report), "\(index): byte \(place)")
      }
      // Digits written small say the same, and are not what was signed either.
      let digit = try #require(
        signed.lastIndex { (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) && $0 != 0 })
      var small = signed
      small[digit] += 32
      #expect(try Self.verify(small, report).verdict == .altered)
    }
  }

  /// Another's signature in one's place, one of another report, more behind the last.
  @Test func whatIsTakenFromElsewhereIsFound() throws {
    try Self.withPeople(2) { people, _ in
      let (report, states) = try Self.signed(by: people)
      let (first, second) = (states[0], states[1])
      var other = Self.options()
      other.layout.place = "San Miguel"
      let another = try VerifierTests.report(VerifierTests.seed, other)
      let moved = another + first[report.count...]
      #expect(Self.isRefused(moved, another))
      #expect(Self.isRefused(second + second[first.count...], report))
      #expect(Self.isRefused(report + second[first.count...], report))
      #expect(Self.isRefused(second + Array("\n".utf8), report))
      // What is cut off as a whole is the report as it was.
      #expect(try Self.verify(first, report).verdict == .identical)
    }
  }

  /// Shows another name, with a true signature for all that.
  @Test func aSwappedAppearanceIsFound() throws {
    try Self.withPeople(1) { people, _ in
      let report = try VerifierTests.report(VerifierTests.seed, Self.options())
      let file = try SignableFile(report)
      let identity = people[0]
      let revision = try SignatureRevision(
        of: file,
        SignatureFacts(
          field: "elaboro", signer: "OTRA PERSONA", serial: identity.certificate.serial,
          moment: try #require(Self.moment), room: 3000))
      let forged = try #require(revision.signed(by: try identity.signature(of: revision.signedBytes)))
      let verification = try Self.verify(forged.bytes, report, tells: true)
      #expect(verification.verdict == .altered)
      #expect(verification.diagnostics.contains { $0.code == "signature-altered" })
    }
  }
}
