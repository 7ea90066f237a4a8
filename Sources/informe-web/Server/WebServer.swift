import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ReportModel
import ReportPipeline

/// The page and what it asks for. Uploads are answered and forgotten: nothing is written to a disk, no name of a file is
/// logged.
struct WebServer: Sendable {
  var host = "127.0.0.1"
  var port = 8080
  var names: [String] = []
  var workers = 2
  /// Uploads that may wait for a worker.
  var seats = 32
  var connections = 1024
  var patience = Patience()
  var intake = Intake()

  /// - Parameter onStart: told the port once it is open.
  func run(onStart: @escaping @Sendable (Int) -> Void) async throws {
    let connections = Connections(most: connections)
    var logger = Logger(label: "informe-web")
    logger.logLevel = .error
    let application = Application(
      router: router(connections),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionGuard(connections, patience)],
          httpDecoderConfiguration: .init(maxHeaderFieldSize: 8192, maxHeaderListSize: 16384, maxHeaderFieldCount: 64))),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), backlog: 1024),
      onServerRunning: { channel in onStart(channel.localAddress?.port ?? port) }, logger: logger)
    try await application.runService()
  }

  private func router(_ connections: Connections) -> Router<PageContext> {
    let room = WaitingRoom(workers: workers, seats: seats)
    let workshop = Workshop(room: room)
    let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Gate(names: HostNames(names + [host])))
    router.get("/") { request, _ in Answer.page(in: request.userLanguage) }
    router.get("/page.css") { _, _ in Answer(.ok, .css, Page.style).response }
    router.get("/page.js") { request, _ in Answer(.ok, .javaScript, Page.script(request.userLanguage)).response }
    router.get("/queue/:ticket") { _, context in
      let place = await room.place(of: try context.parameters.require("ticket"))
      return Answer(.ok, .json, JSONValue.object([("place", JSONValue(place))]).compact).response
    }
    router.post("/configuration") { request, context in
      try await form(request, connections, context) { form in
        Answer(.ok, .yaml, form.configurationText, fileName: "informe.yml").response
      }
    }
    router.post("/check") { request, context in
      try await form(request, connections, context) { form in
        let review = try await workshop.review(try form.table, form.configuration, request.ticket)
        return Answer.review(review, request)
      }
    }
    router.post("/report") { request, context in
      try await form(request, connections, context) { form in
        let product = try await workshop.report(
          try form.table, number: form.number, form.configuration, request.ticket)
        return Answer(.ok, .pdf, product.bytes, fileName: product.fileName).response
      }
    }
    router.post("/volume") { request, context in
      try await form(request, connections, context) { form in
        guard !form.tables.isEmpty else { throw UploadedForm.Fault.nothingSent }
        guard Set(form.tables.map(\.name)).count == form.tables.count else { throw UploadedForm.Fault.sameName }
        let product = try await workshop.volume(form.tables, form.configuration, request.ticket)
        return Answer(.ok, .pdf, product.bytes, fileName: product.fileName).response
      }
    }
    router.post("/verify") { request, context in
      try await form(request, connections, context) { form in
        guard let report = form.report else { throw UploadedForm.Fault.nothingSent }
        return Answer.verification(try await workshop.verify(report, request.ticket), request)
      }
    }
    return router
  }

  /// Whoever closes the connection meanwhile gives up his place in the queue.
  private func form(
    _ request: Request, _ connections: Connections, _ context: PageContext,
    _ use: @escaping @Sendable (UploadedForm) async throws -> Response
  ) async throws -> Response {
    let answer = try await connections.whileOpen(context.channel) { try await withUpload(request, use) }
    return try answer.held(by: Intake.Hold(intake))
  }

  /// The body itself is let go before `use` waits for its turn with what was in it.
  private func withUpload(
    _ request: Request, _ use: (UploadedForm) async throws -> Response
  ) async throws -> Response {
    let hold = Intake.Hold(intake)
    defer { withExtendedLifetime(hold) {} }
    let form = try await UploadedForm(
      MultipartForm(intake.body(of: request, hold), contentType: request.headers[.contentType]))
    return try await use(form)
  }
}

extension UploadedForm {
  /// The one table that is asked about. A page without its script may send several at once.
  fileprivate var table: File {
    get throws {
      guard let table = tables.first else { throw Fault.nothingSent }
      guard tables.count == 1 else { throw Fault.severalTables }
      return table
    }
  }
}

extension Request {
  /// As the page's links and forms say it; else what the browser asks for, if that is one of the two.
  var userLanguage: Language {
    if let language = uri.queryParameters["lang"].flatMap({ Language(rawValue: String($0)) }) { return language }
    let wanted = (headers[.acceptLanguage] ?? "").split(separator: ",").map {
      $0.drop { $0 == " " }.prefix(2).lowercased()
    }
    return wanted.lazy.compactMap { Language(rawValue: $0) }.first ?? .es
  }

  /// nil for a page without its script, which is answered in HTML.
  var scriptTicket: String? { headers[.ticket] }

  fileprivate var ticket: String { scriptTicket ?? "" }
}
