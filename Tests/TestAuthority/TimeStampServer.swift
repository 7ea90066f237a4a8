import Foundation
import Glibc

/// Stamps what it is asked to (RFC 3161), on this machine alone: HTTP by hand, the answers by the openssl command.
public final class TimeStampServer: @unchecked Sendable {
  private let authority: TestAuthority
  private let socket: Int32
  /// Where it listens.
  public let address: String
  /// What is added to the address for an answer that belongs to another signature.
  public static let wrong = "/wrong"

  /// - Parameter authority: issues the certificate that signs stamps.
  public init(of authority: TestAuthority) throws {
    self.authority = authority
    try authority.makeStamper()
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = socket
    let isBound = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isBound else { throw TestAuthority.Failure(words: "no port on this machine") }
    address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
    Thread.detachNewThread { [self] in
      while true {
        let client = accept(descriptor, nil, nil)
        guard client >= 0 else { return }
        try? serve(FileHandle(fileDescriptor: client, closeOnDealloc: true))
      }
    }
  }

  public func stop() {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  private func serve(_ client: FileHandle) throws {
    var request = Data()
    let separator = Data("\r\n\r\n".utf8)
    // Whoever only asks whether somebody listens sends nothing.
    while request.range(of: separator) == nil, let more = try client.read(upToCount: 1), !more.isEmpty {
      request += more
    }
    let head = String(decoding: request, as: UTF8.self).lowercased()
    guard let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap({ Int($0.1) }),
      var query = try client.read(upToCount: length)
    else { return }
    while query.count < length, let more = try client.read(upToCount: length - query.count), !more.isEmpty {
      query += more
    }
    // The digest asked for follows the algorithm's name and its length.
    if head.contains(" \(TimeStampServer.wrong) "), let place = query.range(of: Data([0x05, 0x00, 0x04, 0x20])) {
      query[place.upperBound] ^= 1
    }
    let answer = try authority.stamp(query)
    let start = [
      "HTTP/1.0 200 OK", "Content-Type: application/timestamp-reply", "Content-Length: \(answer.count)", "", "",
    ]
    try client.write(contentsOf: Data(start.joined(separator: "\r\n").utf8) + answer)
  }
}

extension TestAuthority {
  fileprivate func makeStamper() throws {
    let configuration = """
      [req]
      distinguished_name=dn
      prompt=no
      [dn]
      CN=Sellos de prueba
      [ext]
      extendedKeyUsage=critical,timeStamping
      [tsa]
      default_tsa=sellos
      [sellos]
      serial=tsa.serial
      signer_cert=tsa.crt
      signer_key=tsa.pem
      certs=ca.pem
      signer_digest=sha256
      default_policy=1.2.3.4.1
      digests=sha256
      ess_cert_id_alg=sha256
      """
    try write(configuration, "tsa.cnf")
    try write("01\n", "tsa.serial")
    try openssl(
      "req", "-new", "-nodes", "-newkey", "rsa:2048", "-keyout", "tsa.pem", "-config", "tsa.cnf", "-out", "tsa.csr")
    try openssl(
      "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "3650", "-set_serial", "77",
      "-extfile", "tsa.cnf", "-extensions", "ext", "-out", "tsa.crt")
  }

  fileprivate func stamp(_ query: Data) throws -> Data {
    let (question, answer) = (folder + "/query.tsq", folder + "/reply.tsr")
    try query.write(to: URL(filePath: question))
    try openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", question, "-out", answer)
    return try Data(contentsOf: URL(filePath: answer))
  }
}
