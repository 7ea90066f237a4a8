import Testing

@testable import PDFReading

@Suite struct EmbeddedFileTests {
  static let content = Array("a,b\r\n".utf8)

  /// One attached file whose stream and entries are given.
  static func file(_ data: [UInt8], _ entries: String) throws -> EmbeddedFile? {
    var pdf = HandmadePDF(catalog: "/Names << /EmbeddedFiles << /Names [(x) 2 0 R] >> >>")
    pdf.add("<< /Type /Filespec /F (x.csv) /EF << /F 3 0 R >> /AFRelationship /Data /Desc (Datos) >>")
    pdf.add(stream: data, entries)
    return try PDFFile(pdf.bytes).embeddedFiles().first
  }

  @Test func isGivenBackWithWhatIsSaidOfIt() throws {
    let file = try #require(try Self.file(Self.content, "/Subtype /text#2Fcsv"))
    #expect(file.name == "x.csv" && file.description == "Datos" && file.relationship == "Data")
    #expect(file.mediaType == "text/csv" && file.bytes == Self.content && file.isIntact)
  }

  @Test(arguments: [
    ("/Params << /Size 5 /CheckSum <9ecfeac54a03f0d92b6b3a75c0a42b56> >>", false), ("/Params << /Size 6 >>", false),
    ("/Params << /Size 5 >>", true), ("/Params << /CheckSum <> >>", false),
  ])
  func isCheckedAgainstWhatIsSaidOfIt(_ entries: String, _ isIntact: Bool) throws {
    #expect(try Self.file(Self.content, entries)?.isIntact == isIntact)
  }

  @Test func isUnpacked() throws {
    let packed = HandmadePDF.packed(Self.content)
    #expect(try Self.file(packed, "/Filter /FlateDecode")?.bytes == Self.content)
    #expect(try Self.file(packed, "/Filter [/FlateDecode]")?.bytes == Self.content)
  }

  @Test func damagedOrStrangelyPackedDataAreNotGuessed() throws {
    var packed = HandmadePDF.packed(Self.content)
    packed[packed.count - 1] ^= 1
    let damaged = try #require(try Self.file(packed, "/Filter /FlateDecode"))
    #expect(damaged.bytes == nil && !damaged.isIntact)
    let strange = try #require(try Self.file(Self.content, "/Filter /LZWDecode"))
    #expect(strange.bytes == nil && !strange.isIntact)
  }

  /// A tree of names with branches that lead back to its root, and a file that is in it and associated as well.
  @Test func everyFileOnceThoughTheTreeGoesRoundInCircles() throws {
    var pdf = HandmadePDF(catalog: "/Names << /EmbeddedFiles 2 0 R >> /AF [4 0 R 6 0 R]")
    pdf.add("<< /Kids [3 0 R 2 0 R 3 0 R] >>")
    pdf.add("<< /Names [(a) 4 0 R] /Kids [2 0 R] >>")
    pdf.add("<< /Type /Filespec /UF <FEFF00F1> /F (n) /EF << /F 5 0 R >> >>")
    pdf.add(stream: [1])
    pdf.add("<< /Type /Filespec /F (b) /EF << /F 5 0 R >> >>")
    #expect(try PDFFile(pdf.bytes).embeddedFiles().map(\.name) == ["ñ", "b"])
  }

  @Test func aFileWithoutAnyHasNone() throws {
    #expect(try PDFFile(HandmadePDF(catalog: "").bytes).embeddedFiles().isEmpty)
  }
}
