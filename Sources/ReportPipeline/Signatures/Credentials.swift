import Glibc
import ReportModel
public import Signing

/// Where a signer's certificate and key are.
public enum Credentials: Sendable {
  /// An e.firma's `.cer` and `.key`.
  case efirma(certificate: String, key: String)
  /// A `.p12` or `.pfx`.
  case pkcs12(String)

  /// The file that the password opens.
  public var keyFile: String {
    switch self {
    case .efirma(_, let key): key
    case .pkcs12(let path): path
    }
  }

  /// Nothing larger is a key or a certificate.
  private static let largest = 1 << 20

  public func identity(password: Secret) throws(SigningFailure) -> Identity {
    switch self {
    case .efirma(let certificate, let key):
      let (certificateBytes, keyBytes) = (try Credentials.read(certificate), try Credentials.read(key))
      do throws(SigningError) {
        return try Identity(certificate: certificateBytes, key: keyBytes, password: password)
      } catch {
        throw SigningFailure(error, at: error == .noCertificate ? certificate : key)
      }
    case .pkcs12(let path):
      let bytes = try Credentials.read(path)
      do throws(SigningError) {
        return try Identity(pkcs12: bytes, password: password)
      } catch {
        throw SigningFailure(error, at: path)
      }
    }
  }

  private static func read(_ path: String) throws(SigningFailure) -> [UInt8] {
    do throws(FileFailure) {
      return try InputFile.read(path, largest: largest)
    } catch {
      throw .file(error)
    }
  }

  /// The first line of a file, read straight to where it is wiped.
  public static func password(fromFile path: String) throws(SigningFailure) -> Secret {
    let descriptor = System.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .file(InputFile.failure(path, errno)) }
    defer { close(descriptor) }
    let secret = Secret(capacity: 1024)
    var byte: UInt8 = 0
    defer { explicit_bzero(&byte, 1) }
    while true {
      let count = Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .file(InputFile.failure(path, errno)) }
      guard count > 0, byte != UInt8(ascii: "\n") else { break }
      guard secret.append(byte) else { throw .file(InputFile.failure(path, EFBIG)) }
    }
    if secret.last == UInt8(ascii: "\r") { secret.removeLast() }
    return secret
  }
}
