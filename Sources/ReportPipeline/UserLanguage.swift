import Glibc
public import ReportModel

/// The language the user is addressed in: Spanish when the locale says so, else English.
public enum UserLanguage {
  public static let current: Language = {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let value = names.lazy.compactMap { getenv($0).map { String(cString: $0) } }.first { !$0.isEmpty } ?? ""
    let language = value.prefix { $0.isLetter }.lowercased()
    return language == "es" || language == "spanish" ? .es : .en
  }()
}
