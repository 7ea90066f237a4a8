/// Who signs the report by hand, and as what.
public struct Signer: Hashable, Sendable {
  public var role: Role
  public var name: String
  /// nil when only the name is printed.
  public var post: String?

  public init(role: Role, name: String, post: String? = nil) {
    self.role = role
    self.name = name
    self.post = post
  }

  /// What a signature means. The usual roles are said in the report's language, any other as it is written.
  public enum Role: Hashable, Sendable {
    case prepared
    case reviewed
    case authorised
    case approved
    case other(String)
  }
}

extension Signer.Role {
  /// A usual role in Spanish or English, whatever its case, accents and full stops; else the words as they are.
  public init(_ words: String) {
    let key = String(words.lowercased().filter { $0 != "." && $0 != " " }.map { Signer.Role.plain[$0] ?? $0 })
    self = Signer.Role.names.first { $0.value.contains(key) }?.key ?? .other(words)
  }

  private static let plain: [Character: Character] = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"]

  private static let names: [Signer.Role: [String]] = [
    .prepared: ["elaboro", "prepared", "preparedby"], .reviewed: ["reviso", "reviewed", "reviewedby"],
    .authorised: ["autorizo", "authorised", "authorized", "authorisedby", "authorizedby"],
    .approved: ["vobo", "vistobueno", "approved", "approvedby"],
  ]
}
