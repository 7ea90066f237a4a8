/// The program as it names itself.
public enum Program {
  public static let version = "0.1.0"
  static let nameAndVersion = "informe " + version
}
