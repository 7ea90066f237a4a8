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
    let idle = try (0..<Connection.atMost(3000)).map { _ in try Connection(server.port) }
    #expect(try server.get("/").status == 200)
    #expect(try server.post("/check", [.table]).status == 200)
    #expect(idle[0].isClosed(within: 5), "the first have made room")
    withExtendedLifetime(idle) {}
  }

  /// So do those who begin to send and never end, once there are too many of them.
  @Test func thousandsOfEndlessBodies() throws {
    let server = try Server()
    let endless = try (0..<Connection.atMost(1500)).map { _ in
      let connection = try Connection(server.port)
      try connection.send(Self.head + "Content-Length: 1000000\r\n\r\n--")
      return connection
    }
    #expect(try server.get("/").status == 200)
    #expect(try server.post("/check", [.table]).status == 200)
    #expect(endless[0].isClosed(within: 5), "the first have made room")
    #expect(server.openFiles < 1200)
    withExtendedLifetime(endless) {}
  }

  /// A browser sends one request and waits; whoever sends thousands would have them all in memory.
  @Test func manyRequestsAtOnce() throws {
    let server = try Server()
    let request = "GET /page.js HTTP/1.1\r\nHost: localhost\r\n\r\n"
    let few = try Connection(server.port)
    try few.send(String(repeating: request, count: 4) + request.dropLast() + "Connection: close\r\n\r\n")
    #expect(try few.rest().text.components(separatedBy: "HTTP/1.1 200").count == 6)
    let before = server.memory
    let many = try (0..<20).map { _ in try Connection(server.port) }
    for connection in many { try? connection.send(String(repeating: request, count: 20_000)) }
    #expect(many.allSatisfy { $0.isClosed(within: 10) })
    #expect(server.memory < before + 64 << 20)
    #expect(try server.get("/").status == 200)
  }

  /// Nothing that names of files or fields say comes out of the server but in its answers.
  @Test func namesAreNotLogged() throws {
    let server = try Server()
    let name = "a\u{1B}[31m\u{7}\u{202E}secreto.tsv"
    for path in ["/check", "/report", "/volume", "/configuration", "/verify", "/secreto%1B", "/queue/secreto"] {
      _ = try server.post(path, [.file("table", name, Array("nada\n".utf8)), .file("report", name, [0])])
      _ = try server.post(path, [.field("secreto\u{1B}", "secreto")])
    }
    #expect(server.end() == "")
  }

  /// Nobody works for those who have gone.
  @Test func whoLeavesFreesTheQueue() throws {
    let server = try Server(["--jobs", "1"])
    let body = FormPart.body([.table])
    let waiting = try (0..<33).map { number in
      let connection = try Connection(server.port)
      let head = Self.head.replacing("X-Informe: 1", with: "X-Informe: t\(number)")
      try connection.send(Array((head + "Content-Length: \(body.count)\r\n\r\n").utf8) + body)
      return connection
    }
    func isWaiting(_ number: Int) throws -> Bool { try server.get("/queue/t\(number)").json["place"] is Int }
    let deadline = Date(timeIntervalSinceNow: 5)
    while try !isWaiting(32), Date() < deadline { usleep(10_000) }
    for connection in waiting.dropFirst() { connection.leave() }
    while try (1..<33).contains(where: isWaiting), Date() < deadline { usleep(10_000) }
    #expect(try !(1..<33).contains(where: isWaiting))
    #expect(try server.post("/configuration", []).status == 200)
    withExtendedLifetime(waiting) {}
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

extension Connection {
  /// As many as this process may have open, with some to spare.
  static func atMost(_ count: Int) -> Int {
    var limit = rlimit()
    getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
    return min(count, Int(limit.rlim_cur) - 500)
  }
}
