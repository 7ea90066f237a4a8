/// What someone filled in somewhere else than in `informe.yml`, to be written as one. Values are as they were written:
/// whether they are right is for whoever reads the text to say, with its line.
public struct ConfigurationDraft: Hashable, Sendable {
  /// A logo by the name of its file.
  public struct Logo: Hashable, Sendable {
    public var file: String
    public var description: String?

    public init(file: String, description: String? = nil) {
      self.file = file
      self.description = description
    }
  }

  public struct Signer: Hashable, Sendable {
    public var role: String
    public var name: String
    public var post: String?

    public init(role: String, name: String, post: String? = nil) {
      self.role = role
      self.name = name
      self.post = post
    }
  }

  /// Values of keys at the left margin that have no parts, by key.
  public var values: [String: String] = [:]
  public var logos: [LogoReference.Side: Logo] = [:]
  public var signers: [Signer] = []

  public init() {}

  /// Whether nothing was filled in.
  public var isEmpty: Bool { self == ConfigurationDraft() }

  /// Keys that `values` may have.
  public static let keys: [String] = ConfigurationKey.outermost.filter { !withParts.contains($0) }.map(\.rawValue)

  private static let withParts: Set<ConfigurationKey> = [.logos, .signers, .margins, .binding, .bands]

  /// As `informe.yml` says it.
  public var text: String {
    var text = ConfigurationText()
    for key in ConfigurationKey.outermost {
      switch key {
      case .logos: writeLogos(to: &text)
      case .signers: writeSigners(to: &text)
      default: text.add(key, quoting: values[key.rawValue])
      }
    }
    return text.text
  }

  private func writeLogos(to text: inout ConfigurationText) {
    if !logos.isEmpty { text.open(.logos) }
    for side in LogoReference.Side.allCases {
      guard let logo = logos[side] else { continue }
      text.open(side == .left ? .left : .right, depth: 1)
      text.add(.file, quoting: logo.file, depth: 2)
      text.add(.description, quoting: logo.description, depth: 2)
    }
  }

  private func writeSigners(to text: inout ConfigurationText) {
    if !signers.isEmpty { text.open(.signers) }
    for signer in signers {
      text.add(.role, quoting: signer.role, depth: 2, startsItem: true)
      text.add(.name, quoting: signer.name, depth: 2)
      text.add(.post, quoting: signer.post, depth: 2)
    }
  }
}
