/// What libxml2 is not given: before 2.12 it compares each attribute of an element with all others of it.
public enum XMLAttributes {
  /// No element of a spreadsheet or a drawing has more than some dozens.
  public static let most = 200

  /// Whether no element of an XML file has more than `most`. A value has no `<` (XML 1.0, 3.1), so between two of them
  /// there is one element at most.
  public static func areFew(in bytes: [UInt8]) -> Bool {
    var (count, previous) = (0, UInt8(0))
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): count = 0
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if previous == UInt8(ascii: "=") { count += 1 }
      // White space may stand between, and the zeros of UTF-16.
      case 0, 0x09, 0x0A, 0x0D, 0x20: continue
      default: break
      }
      if count > most { return false }
      previous = byte
    }
    return true
  }
}
