/// The languages users are addressed in.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case es
  case en
}

/// A text in every language.
public struct LocalizedText: Hashable, Sendable {
  public let es: String
  public let en: String

  public init(es: String, en: String) {
    self.es = es
    self.en = en
  }

  public subscript(language: Language) -> String { language == .es ? es : en }
}
