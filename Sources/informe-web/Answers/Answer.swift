import HTTPTypes
import Hummingbird
import ReportModel
import ReportPipeline

/// What is sent back.
struct Answer {
  enum Kind: String {
    case html = "text/html; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case javaScript = "text/javascript; charset=utf-8"
    case json = "application/json"
    case yaml = "application/yaml"
    case pdf = "application/pdf"
  }

  let status: HTTPResponse.Status
  let kind: Kind
  let bytes: [UInt8]
  /// What it is to be kept as; nil for what is shown.
  var fileName: String?

  init(_ status: HTTPResponse.Status, _ kind: Kind, _ bytes: [UInt8], fileName: String? = nil) {
    self.status = status
    self.kind = kind
    self.bytes = bytes
    self.fileName = fileName
  }

  var response: Response {
    var headers = HTTPFields()
    headers[.contentType] = kind.rawValue
    if let fileName { headers[.contentDisposition] = "attachment; filename*=UTF-8''\(Answer.encoded(fileName))" }
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// RFC 8187: all but letters, digits and a few signs by their numbers.
  private static func encoded(_ name: String) -> String {
    name.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      let hex = String(byte, radix: 16, uppercase: true)
      text += isPlain || "-._".unicodeScalars.contains(scalar) ? String(scalar) : "%" + (hex.count < 2 ? "0" : "") + hex
    }
  }
}

// What there is to say
extension Answer {
  static func page(in language: Language) -> Response { Answer(.ok, .html, Page.html(language)).response }

  static func review(_ review: Workshop.Review, _ request: Request) -> Response {
    let status: HTTPResponse.Status = review.reports.isEmpty ? .unprocessableContent : .ok
    let language = request.userLanguage
    guard request.scriptTicket != nil else {
      let all = review.diagnostics + review.reports.flatMap(\.findings)
      return findings(all, Words.checked(all.count), status, request)
    }
    let reports = JSONValue.array(review.reports) { report in
      .object([
        ("name", .string(report.name)), ("findings", .array(report.findings) { JSONValue($0, language) }),
        ("pages", .array(report.pages) { .string(String(decoding: $0, as: UTF8.self)) }),
        ("more", .flag(report.hasMorePages)),
      ])
    }
    return json(
      status, [("reports", reports), ("diagnostics", .array(review.diagnostics) { JSONValue($0, language) })])
  }

  static func verification(_ verification: Verification, _ request: Request) -> Response {
    guard request.scriptTicket != nil else {
      return findings(verification.diagnostics, Words.verified, .ok, request)
    }
    return json(
      .ok,
      [
        ("verdict", .string(verification.verdict.rawValue)),
        ("diagnostics", .array(verification.diagnostics) { JSONValue($0, request.userLanguage) }),
      ])
  }

  /// Of what could not be done.
  static func failure(_ error: any Error, _ request: Request) -> Response {
    switch error {
    case let failure as WorkFailure where [.data, .input].contains(failure.kind):
      findings(failure.diagnostics, Words.failed, .unprocessableContent, request)
    case let failure as WorkFailure where failure.kind == .memory: refusal(.serviceUnavailable, .full, request)
    case let failure as WorkFailure: findings(failure.diagnostics, Words.failed, .internalServerError, request)
    case is WaitingRoom.Full, Intake.Refusal.full: refusal(.serviceUnavailable, .full, request)
    case Intake.Refusal.tooLarge: refusal(.contentTooLarge, .tooLarge, request)
    case is MultipartForm.Malformed, UploadedForm.Fault.malformed: refusal(.badRequest, .form, request)
    case UploadedForm.Fault.nothingSent: refusal(.unprocessableContent, .nothingSent, request)
    case UploadedForm.Fault.severalTables: refusal(.unprocessableContent, .severalTables, request)
    case UploadedForm.Fault.sameName: refusal(.unprocessableContent, .sameName, request)
    case let error as HTTPError where error.status == .notFound: refusal(.notFound, .notFound, request)
    case let error as HTTPError: refusal(error.status, .form, request)
    default: refusal(.badRequest, .form, request)
    }
  }

  /// Of what was not even begun.
  static func refusal(_ status: HTTPResponse.Status, _ code: DiagnosticCode, _ request: Request) -> Response {
    let (message, hint) = Words.refusal(code)
    let diagnostic = Diagnostic(
      code: code, severity: .error, message: message, hint: hint, at: SourceLocation(file: "informe-web"))
    var response = findings([diagnostic], Words.failed, status, request)
    if status == .serviceUnavailable { response.headers[.retryAfter] = "10" }
    return response
  }

  private static func findings(
    _ diagnostics: [Diagnostic], _ title: LocalizedText, _ status: HTTPResponse.Status, _ request: Request
  ) -> Response {
    let language = request.userLanguage
    guard request.scriptTicket == nil else {
      return json(status, [("diagnostics", .array(diagnostics) { JSONValue($0, language) })])
    }
    return Answer(status, .html, Page.html(language, telling: diagnostics, title)).response
  }

  private static func json(_ status: HTTPResponse.Status, _ members: [(String, JSONValue)]) -> Response {
    Answer(status, .json, JSONValue.object(members).compact).response
  }
}
