import Foundation

/// An authority made on the spot, and people's certificates and keys from it, in the files they have: an e.firma's
/// `.cer` and `.key`, or PKCS#12. The openssl command makes them, which is not the code that reads them.
public struct TestAuthority {
  public let folder: String

  public struct Failure: Error {
    public let words: String
  }

  /// Paths of what one person has.
  public struct Person {
    public let certificate: String
    public let key: String
    public let pkcs12: String
    public let passwordFile: String
  }

  public var certificate: String { folder + "/ca.pem" }

  /// - Parameter folder: of the tests, which is theirs to remove.
  public init(in folder: String, name: String = "AC de prueba") throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try openssl(
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "36500",
      "-subj", "/CN=\(name)/O=Pruebas", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
  }

  /// A person with a certificate like those of the tax administration: a number of twenty digits, the RFC in 2.5.4.45, the
  /// CURP in 2.5.4.5.
  /// - Parameters:
  ///   - unit: what a seal for invoices has, and an e.firma has not.
  ///   - days: how long the certificate is valid from now.
  ///   - key: `rsa:2048`, or `ec`.
  public func person(
    _ name: String, number: Int, password: String = "clave ñ", unit: String? = nil, days: Int = 1460,
    key: String = "rsa:2048"
  ) throws -> Person {
    let stem = "p\(number)"
    let digits = String(number)
    let serial = "30001000000500" + String(repeating: "0", count: 6 - digits.count) + digits
    let configuration = """
      [req]
      distinguished_name=dn
      prompt=no
      utf8=yes
      string_mask=utf8only
      [dn]
      CN=\(name)
      C=MX
      x500UniqueIdentifier=LOPA8001\(number % 90 + 10)XX1
      serialNumber=LOPA8001\(number % 90 + 10)MDFXXX01
      \(unit.map { "OU=\($0)" } ?? "")
      [ext]
      keyUsage=digitalSignature,nonRepudiation,dataEncipherment,keyAgreement
      extendedKeyUsage=emailProtection,clientAuth
      """
    try write(configuration, "\(stem).cnf")
    try write(password + "\n", "\(stem).txt")
    let kind = key == "ec" ? ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"] : ["-newkey", key]
    try openssl(
      ["req", "-new", "-nodes", "-keyout", "\(stem).pem", "-config", "\(stem).cnf", "-out", "\(stem).csr"] + kind)
    let hexadecimal = serial.utf8.map { String($0, radix: 16) }.joined()
    try openssl(
      "x509", "-req", "-in", "\(stem).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", String(days), "-set_serial",
      "0x" + hexadecimal, "-extfile", "\(stem).cnf", "-extensions", "ext", "-out", "\(stem).crt")
    try openssl("x509", "-in", "\(stem).crt", "-outform", "DER", "-out", "\(stem).cer")
    try openssl(
      "pkcs8", "-topk8", "-in", "\(stem).pem", "-outform", "DER", "-v2", "des3", "-passout", "file:\(stem).txt", "-out",
      "\(stem).key")
    try openssl(
      "pkcs12", "-export", "-legacy", "-in", "\(stem).crt", "-inkey", "\(stem).pem", "-certfile", "ca.pem", "-passout",
      "file:\(stem).txt", "-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-3DES", "-out", "\(stem).p12")
    let start = folder + "/" + stem
    return Person(
      certificate: start + ".cer", key: start + ".key", pkcs12: start + ".p12", passwordFile: start + ".txt")
  }

  func write(_ text: String, _ name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  public func openssl(_ arguments: String...) throws { try openssl(arguments) }

  private func openssl(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let words = Pipe()
    process.standardError = words
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = words.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(words: "\(arguments): \(String(decoding: said, as: UTF8.self))")
    }
  }
}
