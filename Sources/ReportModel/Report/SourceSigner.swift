/// One of those who sign the source below its table: `ELABORÓ` over a name and a post.
public struct SourceSigner: Hashable, Sendable {
  /// What the signature stands for, as written: `ELABORÓ`, `Vo. Bo.`; nil when nothing says it.
  public var role: Sourced<String>?
  public var name: Sourced<String>
  /// nil when no line below the name says it.
  public var post: Sourced<String>?

  public init(role: Sourced<String>?, name: Sourced<String>, post: Sourced<String>?) {
    self.role = role
    self.name = name
    self.post = post
  }
}
