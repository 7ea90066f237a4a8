/// A header's letters and digits alone, in capitals without accents: `META PROGRAMA DA` and `Meta programada` have the
/// same key, however the cell was wrapped.
struct HeaderKey: Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(_ text: String) {
    var key = ""
    for scalar in text.uppercased().unicodeScalars {
      if let plain = HeaderKey.plain[scalar] {
        key.append(plain)
      } else if scalar != "º", scalar != "ª",
        scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
      {
        key.unicodeScalars.append(scalar)
      } else if scalar == "#" {
        key.append("#")
      }
    }
    description = key
  }

  var isEmpty: Bool { description.isEmpty }

  private static let plain: [Unicode.Scalar: Character] = [
    "Á": "A", "À": "A", "Ä": "A", "Â": "A", "É": "E", "È": "E", "Ë": "E", "Ê": "E", "Í": "I", "Ì": "I", "Ï": "I",
    "Ó": "O", "Ò": "O", "Ö": "O", "Ô": "O", "Ú": "U", "Ù": "U", "Ü": "U", "Û": "U", "Ñ": "N", "Ç": "C",
  ]
}
