import Foundation
import Testing

/// `informe-web` as a real process, on a port of its own, for as long as a test lasts.
final class Server {
  let port: Int
  private let process: Process
  private let output = Pipe()

  /// Programs are beside the test bundle.
  static func path(_ name: String) -> String {
    let arguments = ProcessInfo.processInfo.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: name).path()
  }

  static let seed = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../ReportIngestTests/Fixtures/participacion-ciudadana-2023.tsv").standardized.path()

  /// - Parameter program: another build of the program than the one beside the tests.
  init(_ arguments: [String] = [], program: String? = nil) throws {
    process = Process()
    process.executableURL = URL(filePath: program ?? Server.path("informe-web"))
    process.arguments = ["--port", "0"] + arguments
    process.environment = ["LC_ALL": "C"]
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = try #require(Int(line.split(separator: ":").last?.filter(\.isNumber) ?? ""), "\(line)")
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// Ends it; all it has said since it told its address.
  func end() -> String {
    process.terminate()
    process.waitUntilExit()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// A run that ends by itself.
  static func run(
    _ arguments: [String], _ environment: [String: String]
  ) throws -> (code: Int32, output: String, error: String) {
    let process = Process()
    process.executableURL = URL(filePath: path("informe-web"))
    process.arguments = arguments
    process.environment = environment
    let (output, error) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, error)
    try process.run()
    let texts = [output, error].map { String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }

  /// Bytes of memory held by the process itself, without its workers.
  var memory: Int {
    let lines = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8).split(
      separator: "\n")
    return lines?.first { $0.hasPrefix("VmRSS:") }.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 } ?? 0
  }

  /// Its workers.
  var children: [String] {
    let file = "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children"
    return ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(separator: " ").map(String.init)
  }

  /// Files it has open, connections among them.
  var openFiles: Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd")) ?? []).count
  }

  var client: Client { Client(port: port) }

  func get(_ path: String, _ headers: [String] = []) throws -> Answer { try client.get(path, headers) }

  func post(
    _ path: String, _ parts: [FormPart], headers: [String] = Client.ofScript
  ) throws -> Answer { try client.post(path, parts, headers: headers) }
}

/// Somebody who asks, from any thread.
struct Client {
  /// What the page's script says of itself.
  static let ofScript = ["X-Informe: 1", "Sec-Fetch-Site: same-origin"]

  let port: Int

  func get(_ path: String, _ headers: [String] = []) throws -> Answer {
    let connection = try Connection(port)
    try connection.send("GET \(path) HTTP/1.1\r\n\(lines(headers))\r\n")
    return try connection.answer()
  }

  /// Sends a form, as the page's script does unless told otherwise.
  func post(
    _ path: String, _ parts: [FormPart], headers: [String] = Client.ofScript
  ) throws -> Answer {
    let connection = try Connection(port)
    let body = FormPart.body(parts)
    let head = "Content-Type: \(FormPart.contentType)\r\nContent-Length: \(body.count)\r\n"
    try connection.send(Array("POST \(path) HTTP/1.1\r\n\(lines(headers))\(head)\r\n".utf8) + body)
    return try connection.answer()
  }

  private func lines(_ headers: [String]) -> String {
    let host = headers.contains { $0.hasPrefix("Host:") } ? [] : ["Host: localhost:\(port)"]
    return (host + headers).map { $0 + "\r\n" }.joined()
  }
}

/// One field or file of a form.
struct FormPart {
  var name: String
  var fileName: String?
  var bytes: [UInt8]

  static func field(_ name: String, _ value: String) -> FormPart { FormPart(name: name, bytes: Array(value.utf8)) }

  static func file(_ name: String, _ fileName: String, _ bytes: [UInt8]) -> FormPart {
    FormPart(name: name, fileName: fileName, bytes: bytes)
  }

  /// The sample's table.
  static var table: FormPart {
    file(
      "table", "participacion-ciudadana-2023.tsv", [UInt8](FileManager.default.contents(atPath: Server.seed) ?? Data()))
  }

  static let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
  static let contentType = "multipart/form-data; boundary=\(boundary)"

  static func body(_ parts: [FormPart]) -> [UInt8] {
    parts.reduce(into: [UInt8]()) { body, part in
      let file = part.fileName.map { "; filename=\"\($0)\"\r\nContent-Type: application/octet-stream" } ?? ""
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8)
      body += part.bytes + Array("\r\n".utf8)
    } + Array("--\(boundary)--\r\n".utf8)
  }
}

struct Answer {
  let status: Int
  let headers: [String: String]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:] }

  /// Codes of what is told.
  var codes: [String] { (json["diagnostics"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String } }
}

/// A connection that says just what a test wants said, right or wrong.
final class Connection {
  private var descriptor: Int32

  struct Lost: Error {}

  init(_ port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let failed = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard descriptor >= 0, failed == 0 else { throw Lost() }
  }

  deinit { leave() }

  /// Closes it, as a browser does when its page is left.
  func leave() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw Lost() }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more will come.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Whether the other side has closed within so many seconds, whatever it sent before.
  func isClosed(within seconds: Double) -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while Date() < deadline {
      var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waited, 1, 100) > 0 else { continue }
      if recv(descriptor, &buffer, buffer.count, 0) <= 0 { return true }
    }
    return false
  }

  func answer() throws -> Answer {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    while bytes.firstRange(of: end) == nil { bytes += try more() }
    let headEnd = try #require(bytes.firstRange(of: end))
    let lines = String(decoding: bytes[..<headEnd.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let pairs = lines.dropFirst().map { line in
      let words = line.split(separator: ":", maxSplits: 1).map(String.init)
      return (words[0].lowercased(), words.count > 1 ? words[1].trimmingCharacters(in: .whitespaces) : "")
    }
    let headers = Dictionary(pairs) { first, _ in first }
    let length = Int(headers["content-length"] ?? "") ?? 0
    var body = Array(bytes[headEnd.upperBound...])
    while body.count < length { body += try more() }
    return Answer(status: Int(lines[0].split(separator: " ")[1]) ?? 0, headers: headers, body: body)
  }

  /// All that comes until the other side closes, with the status it begins with.
  func rest() throws -> (status: Int, text: String) {
    var bytes: [UInt8] = []
    while let next = try? more() { bytes += next }
    let text = String(decoding: bytes, as: UTF8.self)
    return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0, text)
  }

  private func more() throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { throw Lost() }
    return Array(buffer[..<count])
  }
}
