import Foundation
import Synchronization
import Testing

/// Many clients at once, among them those who mean no good. A short form of it runs with all tests; the whole one where
/// `INFORME_LOAD` names a release build of `informe-web`, and it prints what it measures.
@Suite struct LoadTests {
  static let program = ProcessInfo.processInfo.environment["INFORME_LOAD"]
  static let (clients, uploads, idle) = program == nil ? (4, 3, 300) : (8, 200, 10_000)

  /// What clients report.
  private final class Results: Sendable {
    let wrong = Mutex<[String]>([])
    let isOver = Atomic(false)
    let slowest = Mutex(0.0)
  }

  @Test func nothingIsLost() throws {
    let server = try Server(program: Self.program)
    let forms = (0..<Self.clients).map { [FormPart.field("title", "Informe \($0)"), .table] }
    let expected = try forms.map { try server.post("/report", $0).body }
    #expect(Set(expected).count == Self.clients && expected.allSatisfy { $0.starts(with: Array("%PDF".utf8)) })
    let (before, filesBefore) = (server.memory, server.openFiles)

    let (results, client, start) = (Results(), server.client, Date())
    let idle = try (0..<Connection.atMost(Self.idle)).map { _ in try Connection(server.port) }
    let others = DispatchGroup()
    for body in [Self.endless, Self.wrongLengths, Self.page] { Self.detach(others) { body(client, results) } }
    let working = DispatchGroup()
    for (form, expected) in zip(forms, expected) {
      Self.detach(working) {
        for _ in 0..<Self.uploads {
          let answer = try? client.post("/report", form)
          if answer?.status != 200 || answer?.body != expected {
            results.wrong.withLock { $0.append("an upload: \(answer?.status ?? 0)") }
          }
        }
      }
    }
    var most = 0
    while working.wait(timeout: .now() + 0.2) == .timedOut { most = max(most, server.memory) }
    let seconds = Date().timeIntervalSince(start)
    results.isOver.store(true, ordering: .relaxed)
    others.wait()

    #expect(results.wrong.withLock { $0 } == [])
    #expect(try server.get("/").status == 200)
    #expect(server.children.isEmpty)
    let after = server.memory
    #expect(most < before + 96 << 20 && after < before + 48 << 20, "\(before) \(most) \(after) bytes")
    withExtendedLifetime(idle) {}
    guard Self.program != nil else { return }
    print("\(Self.clients) clients × \(Self.uploads) uploads beside \(idle.count) idle connections: \(seconds) s")
    print("memory before, at most, after: \([before, most, after].map { $0 >> 20 }) MB; files \(filesBefore)")
    print("slowest page: \(results.slowest.withLock { $0 }) s")
  }

  /// Large uploads that come to nothing leave nothing behind.
  @Test func memoryOfLargeUploads() throws {
    let server = try Server(program: Self.program)
    let megabytes = Self.program == nil ? 1 : 31
    let form = [FormPart.file("table", "a.txt", [UInt8](repeating: 97, count: megabytes << 20))]
    #expect(try server.post("/check", form).status == 422)
    let (before, client, sending) = (server.memory, server.client, DispatchGroup())
    for _ in 0..<Self.clients { Self.detach(sending) { _ = try? client.post("/check", form) } }
    var most = 0
    while sending.wait(timeout: .now() + 0.05) == .timedOut { most = max(most, server.memory) }
    #expect(server.memory < before + 32 << 20, "\(before) \(server.memory) bytes")
    if Self.program != nil {
      print(
        "\(Self.clients) × \(megabytes) MB: \(before >> 20) MB before, \(most >> 20) at most, \(server.memory >> 20) after"
      )
    }
  }

  private static func detach(_ group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
    group.enter()
    Thread.detachNewThread {
      body()
      group.leave()
    }
  }

  /// A body of which a byte comes now and then.
  private static func endless(_ client: Client, _ results: Results) {
    while !results.isOver.load(ordering: .relaxed) {
      guard let connection = try? Connection(client.port) else { continue }
      try? connection.send(HostileClientTests.head + "Content-Length: 1000000\r\n\r\n")
      while !results.isOver.load(ordering: .relaxed), (try? connection.send("-")) != nil { usleep(50_000) }
    }
  }

  /// Bodies shorter and longer than they say.
  private static func wrongLengths(_ client: Client, _ results: Results) {
    let body = FormPart.body([.table])
    while !results.isOver.load(ordering: .relaxed) {
      for difference in [-100, 100] {
        guard let connection = try? Connection(client.port) else { continue }
        let head = HostileClientTests.head + "Content-Length: \(body.count + difference)\r\n\r\n"
        try? connection.send(Array(head.utf8) + body)
        // Nothing more comes, where more was said to.
        if difference > 0 { connection.finish() }
        let status = (try? connection.answer())?.status
        if status != 400 { results.wrong.withLock { $0.append("a wrong length: \(status ?? 0)") } }
      }
      usleep(50_000)
    }
  }

  /// Somebody who wants the page meanwhile.
  private static func page(_ client: Client, _ results: Results) {
    while !results.isOver.load(ordering: .relaxed) {
      let start = Date()
      let status = (try? client.get("/"))?.status
      if status != 200 { results.wrong.withLock { $0.append("the page: \(status ?? 0)") } }
      results.slowest.withLock { $0 = max($0, Date().timeIntervalSince(start)) }
      usleep(50_000)
    }
  }
}
