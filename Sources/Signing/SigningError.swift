/// Why something cannot be signed, or a certificate, key or signature not be used.
public enum SigningError: Error, Equatable, Sendable {
  /// libcrypto is not installed.
  case noLibrary
  /// The certificate's file holds none.
  case noCertificate
  /// The key's file holds no encrypted key (PKCS#8).
  case noKey
  /// The file is no PKCS#12, or holds no certificate with its key.
  case noIdentity
  case wrongPassword
  case keyDoesNotFit
  /// A digital seal for invoices (CSD), not an e.firma.
  case seal
  /// The certificate's purpose leaves signing out.
  case notForSigning
  /// Neither RSA nor an elliptic curve.
  case unsupportedKey
  /// When it ended or begins, in seconds since 1970.
  case expired(Int)
  case notYetValid(Int)
  /// The address of the time stamp authority cannot be used.
  case badAuthority
  /// The authority does not answer.
  case noTimeStamp
  /// What it answers is no stamp of this signature.
  case wrongTimeStamp
  /// libcrypto fails where it should not.
  case broken(String)
}
