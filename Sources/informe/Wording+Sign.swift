/// What `sign` says, and `verify` of signatures.
extension Wording {
  static var signAbstract: String {
    pick("Firma un informe con la e.firma o un PKCS#12.", "Sign a report with an e.firma or a PKCS#12.")
  }
  static var certificate: String { pick("El certificado de la e.firma (.cer).", "The e.firma's certificate (.cer).") }
  static var key: String { pick("La llave de la e.firma (.key).", "The e.firma's key (.key).") }
  static var pkcs12: String {
    pick("Certificado y llave en un archivo .p12 o .pfx.", "Certificate and key in one file, .p12 or .pfx.")
  }
  static var role: String {
    pick(
      "Como qué se firma: elaboro, reviso, autorizo, vobo … Sin esta opción, el primero que falta.",
      "As what to sign: elaboro, reviso, autorizo, vobo ... Without it the first that is missing.")
  }
  static var passwordFile: String {
    pick(
      "Archivo cuya primera línea es la contraseña. Sin esta opción se pregunta.",
      "File whose first line is the password. Without it you are asked.")
  }
  static var signDate: String {
    pick(
      "Fecha y hora de la firma, AAAA-MM-DD[Thh:mm:ss±hh:mm]; sin hora, mediodía universal. Sin esta opción, ahora.",
      "Date and time of signing, YYYY-MM-DD[Thh:mm:ss±hh:mm]; without a time noon, universal. Without it now.")
  }
  static var authority: String {
    pick(
      "Dirección http:// de una autoridad de sellos de tiempo (RFC 3161).",
      "Address, http://, of a time stamp authority (RFC 3161).")
  }
  static var signOutput: String {
    pick(
      "El informe firmado. Sin esta opción la firma se añade al mismo archivo.",
      "The signed report. Without it the signature is added to the file itself.")
  }
  static var authorities: String {
    pick(
      "Certificados de la autoridad que debe haber expedido los de quienes firman, en DER o PEM.",
      "Certificates of the authority that must have issued the signers', in DER or PEM.")
  }
  static var needsCredentials: String {
    pick("dé --cer y --key, o --p12", "give --cer and --key, or --p12")
  }
  static func badMoment(_ text: String) -> String {
    pick(
      "«\(text)» no es una fecha AAAA-MM-DD[Thh:mm[:ss]±hh:mm]", "“\(text)” is no date YYYY-MM-DD[Thh:mm[:ss]±hh:mm]")
  }
  static func badAuthority(_ text: String) -> String {
    pick("«\(text)» no es una dirección http://", "“\(text)” is no address http://")
  }
  static func password(of key: String) -> String { pick("Contraseña de \(key): ", "Password of \(key): ") }
}
