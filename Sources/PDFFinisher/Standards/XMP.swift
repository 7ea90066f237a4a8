import Pages

/// The metadata stream: the same facts as the Info dictionary, and the standards the file keeps (ISO 19005-3, 6.6).
enum XMP {
  static func packet(_ metadata: Metadata, _ settings: FileSettings) -> [UInt8] {
    let title = "<rdf:li xml:lang=\"x-default\">\(escaped(metadata.title))</rdf:li>"
    var lines = ["<dc:title><rdf:Alt>\(title)</rdf:Alt></dc:title>"]
    if let author = metadata.author {
      lines.append("<dc:creator><rdf:Seq><rdf:li>\(escaped(author))</rdf:li></rdf:Seq></dc:creator>")
    }
    if let subject = metadata.subject {
      let item = "<rdf:li xml:lang=\"x-default\">\(escaped(subject))</rdf:li>"
      lines.append("<dc:description><rdf:Alt>\(item)</rdf:Alt></dc:description>")
    }
    lines.append("<dc:language><rdf:Bag><rdf:li>\(escaped(metadata.language))</rdf:li></rdf:Bag></dc:language>")
    if !metadata.keywords.isEmpty {
      lines.append("<pdf:Keywords>\(escaped(metadata.keywords.joined(separator: ", ")))</pdf:Keywords>")
    }
    lines.append("<pdf:Producer>\(escaped(settings.producer))</pdf:Producer>")
    lines.append("<xmp:CreatorTool>\(escaped(settings.creator))</xmp:CreatorTool>")
    if let date = metadata.date { lines.append("<xmp:CreateDate>\(text(date))</xmp:CreateDate>") }
    lines += claims(settings.standard)
    return Array((opening + lines.joined(separator: "\n") + closing).utf8)
  }

  /// The standards the file keeps. PDF/A-4 has no levels, wants the year of its edition, and needs no description of
  /// other schemas (ISO 19005-4, 6.7).
  private static func claims(_ standard: PDFStandard) -> [String] {
    let part = standard.archivePart.map { ["<pdfaid:part>\($0)</pdfaid:part>"] } ?? []
    guard !standard.isPDF2 else {
      return part + [
        "<pdfaid:rev>2020</pdfaid:rev>", "<pdfaid:conformance>F</pdfaid:conformance>", "<pdfuaid:part>2</pdfuaid:part>",
        "<pdfuaid:rev>2024</pdfuaid:rev>", declaration,
      ]
    }
    let level = part.isEmpty ? [] : ["<pdfaid:conformance>A</pdfaid:conformance>"]
    return part + level + ["<pdfuaid:part>1</pdfuaid:part>", extensionSchema]
  }

  /// As PDF writes dates (ISO 32000-1, 7.9.4).
  static func pdfText(_ date: CalendarDate) -> String { "D:\(text(date).filter(\.isNumber))Z" }

  static func text(_ date: CalendarDate) -> String { "\(date)T00:00:00Z" }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      // XML 1.0 has no way to write the other control characters.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let opening = """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" \
    xmlns:pdfd="http://pdfa.org/declarations/" \
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">

    """

  private static let closing = "\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"

  /// Well-Tagged PDF, which asks for what PDF/UA-2 does (WTPDF 1.0, 6.1).
  private static let declaration = """
    <pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
    </rdf:li></rdf:Bag></pdfd:declarations>
    """

  /// PDF/A knows no pdfuaid; it is described as ISO 19005-3, 6.6.2.3 wants.
  private static let extensionSchema = """
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 the file keeps</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
    """
}
