import Foundation
import Testing

/// Clients that are slow, wrong or many.
@Suite struct HostileClientTests {
  static let head =
    "POST /check HTTP/1.1\r\nHost: localhost\r\nX-Informe: 1\r\nContent-Type: \(FormPart.contentType)\r\n"

  @Test func tooLargeIsRefusedBeforeItComes() throws {
    let server = try Server()
    let told = try Connection(server.port)
    try told.send(Self.head + "Content-Length: 40000000\r\n\r\n")
    #expect(try told.answer().status == 413)
    #expect(told.isClosed(within: 10), "and nobody waits for the rest")
  }

  @Test func tooLargeIsRefusedAsItComes() throws {
    let server = try Server()
    let chunked = try Connection(server.port)
    try chunked.send(Self.head + "Transfer-Encoding: chunked\r\n\r\n")
    let chunk = Array("100000\r\n".utf8) + [UInt8](repeating: 65, count: 1 << 20) + Array("\r\n".utf8)
    var sent = 0
    // The server stops listening some time after it has had enough.
    while sent < 64, (try? chunked.send(chunk)) != nil { sent += 1 }
    #expect(sent >= 32)
    if let answer = try? chunked.answer() { #expect(answer.status == 413) }
    #expect(chunked.isClosed(within: 10))
    #expect(try server.get("/").status == 200)
  }

  @Test func wrongLengths() throws {
    let server = try Server()
    let body = FormPart.body([.table])
    // Shorter than said, and then nothing.
    let short = try Connection(server.port)
    try short.send(Array((Self.head + "Content-Length: \(body.count + 10)\r\n\r\n").utf8) + body)
    short.finish()
    #expect(try short.answer().status == 400)
    // Longer than said: the form is cut off, and what is left over is no request.
    let long = try Connection(server.port)
    try long.send(Array((Self.head + "Content-Length: \(body.count - 10)\r\n\r\n").utf8) + body)
    #expect(try long.answer().status == 400)
    for length in ["-1", "1e3", "99999999999999999999"] {
      let wrong = try Connection(server.port)
      try wrong.send(Self.head + "Content-Length: \(length)\r\n\r\n")
      #expect(try [400, 413].contains(wrong.answer().status), "\(length)")
    }
    #expect(try server.get("/").status == 200)
  }

  @Test func noEndOfAHeadIsWaitedFor() throws {
    let server = try Server()
    let slow = try Connection(server.port)
    try slow.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ")
    for _ in 0..<20 where !slow.isClosed(within: 1) { try? slow.send("a") }
    #expect(slow.isClosed(within: 1))
    #expect(try server.get("/").status == 200)
  }

  /// Those who say nothing make room for those who ask.
  @Test func thousandsOfIdleConnections() throws {
    let server = try Server()
    var limit = rlimit()
    getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
    let count = min(3000, Int(limit.rlim_cur) - 500)
    let idle = try (0..<count).map { _ in try Connection(server.port) }
    #expect(try server.get("/").status == 200)
    #expect(try server.post("/check", [.table]).status == 200)
    #expect(idle[0].isClosed(within: 5), "the first have made room")
    withExtendedLifetime(idle) {}
  }

  /// More at once than may work and wait: those who come too late are told when to come back, the others are all served, in
  /// turn.
  @Test func queue() async throws {
    let server = try Server(["--jobs", "1"])
    let connections = try (0..<100).map { _ in try Connection(server.port) }
    let body = FormPart.body([.file("table", "carta.txt", Array("Estimado señor:\n".utf8))])
    for connection in connections {
      try connection.send(Array((Self.head + "Content-Length: \(body.count)\r\n\r\n").utf8) + body)
    }
    let answers = try connections.map { try $0.answer() }
    let refused = answers.filter { $0.status == 503 }
    let served = answers.count { $0.status == 422 }
    #expect(served + refused.count == 100 && served >= 33 && !refused.isEmpty)
    #expect(refused.allSatisfy { $0.headers["retry-after"] == "10" && $0.codes == ["full"] })
  }
}
