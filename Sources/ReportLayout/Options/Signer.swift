/// Who signs the report, by hand or digitally, and as what.
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

  private static let plain: [Character: Character] = [
    "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u", "ñ": "n",
  ]

  private static let names: [Signer.Role: [String]] = [
    .prepared: ["elaboro", "prepared", "preparedby"], .reviewed: ["reviso", "reviewed", "reviewedby"],
    .authorised: ["autorizo", "authorised", "authorized", "authorisedby", "authorizedby"],
    .approved: ["vobo", "vistobueno", "approved", "approvedby"],
  ]
}

// Fields for digital signatures
extension Signer {
  /// A name for each signer's field, by which `informe sign --role` finds it: `elaboro`, `reviso`, `autorizo`, `vobo`, or
  /// the role's own words in small ASCII letters; a role that several have is numbered from the second on.
  static func fieldNames(of signers: [Signer]) -> [String] {
    var taken: Set<String> = []
    return signers.map { signer in
      let name = signer.role.fieldName
      let free = ([name] + (2...signers.count + 1).lazy.map { "\(name)-\($0)" }).first { taken.insert($0).inserted }
      return free ?? name
    }
  }
}

extension Signer.Role {
  /// What the role is called where only small ASCII letters, digits and hyphens may stand.
  public var fieldName: String {
    switch self {
    case .prepared: "elaboro"
    case .reviewed: "reviso"
    case .authorised: "autorizo"
    case .approved: "vobo"
    case .other(let words): Signer.Role.slug(words)
    }
  }

  private static func slug(_ words: String) -> String {
    var slug = ""
    for character in words.lowercased() {
      let letter = plain[character] ?? character
      if letter.isASCII, letter.isLetter || letter.isNumber {
        slug.append(letter)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug.append("-")
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "firma" : String(slug.prefix(40))
  }
}
