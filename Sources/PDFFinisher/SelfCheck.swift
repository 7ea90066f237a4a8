import Pages
enum SelfCheck {
  static func check(_ bytes: [UInt8], of plan: DocumentPlan, standard: PDFStandard) throws(FinishingError) {}
}
