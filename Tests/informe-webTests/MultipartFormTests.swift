import Testing

@testable import informe_web

@Suite struct MultipartFormTests {
  static let type = "multipart/form-data; boundary=XX"

  static func parse(_ text: String, type: String? = type) throws -> [MultipartForm.Part] {
    try MultipartForm(Array(text.utf8), contentType: type).parts
  }

  static func part(_ head: String, _ body: String = "b") -> String {
    "--XX\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(body)\r\n--XX--\r\n"
  }

  @Test func partsAsBrowsersWriteThem() throws {
    let text =
      "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nuno\r\n\r\ndos--XX\r\n"
      + "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"t \u{f1}.tsv\"\r\nContent-Type: text/plain\r\n\r\n\r\n--XX--\r\n"
    let parts = try Self.parse(text)
    #expect(parts.map(\.name) == ["a", "f"] && parts.map(\.fileName) == [nil, "t ñ.tsv"])
    #expect(parts.map(\.text) == ["uno\r\n\r\ndos--XX", ""])
  }

  @Test(arguments: [
    ("name=\"a\"; filename=\"un %22b%22.tsv\"", "un \"b\".tsv"),
    ("name=\"a\"; filename=\"un \\\"b\\\".tsv\"", "un \"b\".tsv"),
    ("name=\"a\"; filename=\"50% de a;b.tsv\"", "50% de a;b.tsv"), ("name=a; filename=b.tsv", "b.tsv"),
  ])
  func names(head: String, name: String) throws { #expect(try Self.parse(Self.part(head)).first?.fileName == name) }

  @Test(arguments: [
    "", "--XX", "--XX\r\n", "--YY--", "--XX\r\n\r\n\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data\r\n\r\nb\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\nb\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb", "x--XX\r\n",
    "--XX\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nb\r\n--XX--",
    "--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nb\r\n--XX--",
  ])
  func whatIsNotAFormIsRefused(text: String) {
    #expect(throws: MultipartForm.Malformed.self) { try Self.parse(text) }
  }

  @Test(arguments: [
    nil, "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=a b=c",
  ])
  func whatDoesNotSayItIsAFormIsRefused(type: String?) {
    #expect(throws: MultipartForm.Malformed.self) { try Self.parse(Self.part("name=\"a\""), type: type) }
  }

  @Test func noMorePartsThanAFormHas() {
    let part = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n"
    let many = String(repeating: part, count: 101) + "--XX--"
    #expect(throws: MultipartForm.Malformed.self) { try Self.parse(many) }
    #expect(throws: MultipartForm.Malformed.self) {
      try Self.parse(Self.part("name=\"" + String(repeating: "a", count: 3000) + "\""))
    }
  }
}
