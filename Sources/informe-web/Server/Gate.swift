import HTTPTypes
import Hummingbird

/// Lets through what comes from the page itself, and gives every answer the headers that keep a browser from doing more with
/// it than the page needs.
///
/// - A foreign `Host` is refused: some other name was made to lead here (DNS rebinding).
/// - What changes nothing here may still cost a worker; so everything but GET must say it comes from this page: by
///   `Sec-Fetch-Site`, by `Origin` where a browser has no such header, or by `X-Informe`, which no page of another site can
///   send without asking first, and that is never answered.
struct Gate: RouterMiddleware {
  typealias Context = PageContext

  let names: HostNames

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    // The first `Host` is the authority; another would be for somebody else to choose by (RFC 9112, 3.2).
    if !names.contain(request.head.authority) || request.headers[.anotherHost] != nil {
      response = Answer.refusal(.forbidden, .host, request)
    } else if request.method != .get, request.method != .head, !Gate.comesFromPage(request) {
      response = Answer.refusal(.forbidden, .origin, request)
    } else {
      do {
        response = try await next(request, context)
      } catch {
        response = Answer.failure(error, request)
      }
    }
    for (name, value) in Gate.headers { response.headers[name] = value }
    return response
  }

  static func comesFromPage(_ request: Request) -> Bool {
    let (site, origin) = (request.headers[.secFetchSite], request.headers[.origin])
    if let site, !["same-origin", "none"].contains(site) { return false }
    if let origin, origin.split(separator: "://", maxSplits: 1).last.map(String.init) != request.head.authority {
      return false
    }
    return site != nil || origin != nil || request.headers[.ticket] != nil
  }

  private static let headers: [(HTTPField.Name, String)] = [
    (
      .contentSecurityPolicy,
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"),
    // With `no-referrer` browsers would call the origin of a form `null`.
    (named("Referrer-Policy"), "same-origin"), (named("Cross-Origin-Opener-Policy"), "same-origin"),
    (named("Cross-Origin-Resource-Policy"), "same-origin"), (named("X-Frame-Options"), "DENY"),
  ]

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("no name of a header: \(name)") }
    return name
  }
}

extension HTTPField.Name {
  /// What the script calls an upload by, to ask for its place in the queue; that it is there says more (`Gate`).
  static let ticket: HTTPField.Name = .init("X-Informe")!
  static let anotherHost: HTTPField.Name = .init("Host")!
  static let secFetchSite: HTTPField.Name = .init("Sec-Fetch-Site")!
}

/// The names this server goes by.
struct HostNames: Sendable {
  private let names: Set<String>

  /// - Parameter names: besides those of this computer for itself.
  init(_ names: [String]) {
    self.names = Set((names + ["localhost", "127.0.0.1", "[::1]"]).map { $0.lowercased() })
  }

  /// - Parameter authority: name and port, as `Host` says them. A port may be another's that hands on to here.
  func contain(_ authority: String?) -> Bool {
    guard let authority else { return false }
    let digits = authority.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let name = authority.dropLast(digits)
    return names.contains((name.hasSuffix(":") && digits > 0 ? String(name.dropLast()) : authority).lowercased())
  }
}
