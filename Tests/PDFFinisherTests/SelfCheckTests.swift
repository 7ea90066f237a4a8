import CairoBackend
import Pages
import Testing

@testable import PDFFinisher

/// The check of finished files finds what it is there to find. Each fault is put into a sound file's objects before they
/// are packed again.
@Suite struct SelfCheckTests {
  private static let plan = DocumentPlan(FinisherTests.document())

  /// The file with the first `old` in any of its object streams exchanged for `new`.
  private func file(with old: String, as new: String) throws -> [UInt8] {
    let sound = try FinisherTests.finish(FinisherTests.document())
    var rebuilt = PDFBody(Array("%PDF-1.7\n".utf8), firstNumber: 1, Deflate(), expected: 0)
    var found = false
    try sound.withUnsafeBufferPointer { bytes in
      let file = try FinishedFile(bytes)
      _ = rebuilt.reserve(file.count)
      for number in 0..<file.count {
        switch file.place(number) {
        case .at where try file.stream(number).dictionary["Type"] == .name("ObjStm"):
          let (dictionary, data) = try file.stream(number)
          for (number, object) in try objects(dictionary, try Deflate().expanded(data)) {
            let text = found ? object : exchanged(object, old, new)
            found = found || text != object
            try rebuilt.add(number) { $0.append(contentsOf: text) }
          }
        case .at where try file.stream(number).dictionary["Type"] != .name("XRef"):
          let (dictionary, data) = try file.stream(number)
          var entries: [UInt8] = []
          for entry in dictionary.entries where entry.key != "Length" {
            entries.write("/" + entry.key + " ")
            entries.write(entry.value)
          }
          rebuilt.addStream(number, entries: String(decoding: entries, as: UTF8.self), Array(data))
        default: break
        }
      }
    }
    #expect(found, "«\(old)» is in no object")
    return try rebuilt.finished(root: 1, info: 5)
  }

  private func objects(_ dictionary: PDFValue, _ data: [UInt8]) throws -> [(Int, [UInt8])] {
    let count = try #require(dictionary["N"]?.integer)
    let first = try #require(dictionary["First"]?.integer)
    let heads = String(decoding: data[..<first], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    return (0..<count).map { index in
      let end = index + 1 < count ? first + heads[index * 2 + 3] : data.count
      return (heads[index * 2], Array(data[first + heads[index * 2 + 1]..<end]))
    }
  }

  private func exchanged(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let pattern = Array(old.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: pattern) }) else { return bytes }
    return Array(bytes[..<start]) + Array(new.utf8) + Array(bytes[(start + pattern.count)...])
  }

  private func check(_ bytes: [UInt8]) throws {
    try SelfCheck.check(bytes, of: Self.plan, standard: .a3a)
  }

  @Test func passesWhatIsSound() throws { try check(try file(with: "/Tabs/S", as: "/Tabs /S")) }

  @Test(arguments: [
    ("/ToUnicode", "/ToUnikode"), ("/FontFile2", "/FontFileX"), ("/Tabs/S", "/Tabs/R"), ("/Lang", "/Lung"),
    ("/OutputIntents", "/OutputIntentz"), ("/MarkInfo", "/MarkInfx"), ("/StructParents 0", "/StructParents 7"),
    ("/P 4 0 R", "/P 3 0 R"), ("/P 4 0 R", "/P 900 0 R"), ("/Nums[0 ", "/Nums[1 "),
  ])
  func findsFaults(_ old: String, _ new: String) throws {
    let bytes = try file(with: old, as: new)
    #expect(throws: FinishingError.self) { try check(bytes) }
  }

  @Test func findsWhatIsCut() throws {
    let sound = try FinisherTests.finish(FinisherTests.document())
    for count in stride(from: 0, to: sound.count - 1, by: 61) {
      #expect(throws: FinishingError.self) { try check(Array(sound.prefix(count))) }
    }
  }

  @Test(arguments: ["/P<</MCID 0>>BDC\n(a) Tj\n", "(a) Tj\n", "/Artifact BMC\nEMC\nEMC\n", "1 0 0 rg\n0 0 1 1 re\nf\n"])
  func findsInkThatNobodyOwns(_ content: String) {
    #expect(throws: FinishingError.self) {
      try Array(content.utf8).withUnsafeBufferPointer { _ = try MarkedContentCheck($0) }
    }
  }

  @Test func countsMarks() throws {
    let content =
      "/P<</MCID 0>>BDC\n(EMC\n) Tj\nEMC\n/Artifact BMC\n0 0 1 1 re\nf\nEMC\n/TD<</MCID 1>>BDC\n[(a)] TJ\nEMC\n"
    let summary = try Array(content.utf8).withUnsafeBufferPointer { try MarkedContentCheck($0) }
    #expect(summary.identifiers == [0, 1])
  }
}
