/// Rows that sum up activities must give what those activities give. A row over rates sums up nothing, and is not judged.
struct TotalRowRule: AuditRule {
  func findings(in report: Report) -> [Diagnostic] {
    report.totals.flatMap { total in
      let activities = Array(report.activities[total.activities])
      guard activities.allSatisfy({ $0.measure.isAdditive }) else { return [Diagnostic]() }
      return total.pairs(with: activities).compactMap { finding($0.stated, $0.parts, total.label.value) }
    }
  }

  private func finding(_ figure: Figure, _ parts: [Figure], _ label: String) -> Diagnostic? {
    guard figure.origin == .stated, let stated = figure.quantity, let computed = Quantity.sum(of: parts),
      stated != computed
    else { return nil }
    return Diagnostic(
      code: DiagnosticCode.totalMismatch, severity: .warning,
      message: LocalizedText(
        es: "el renglón «\(label)» dice \(figure.text); la columna suma \(computed)",
        en: "the row “\(label)” says \(figure.text); the column adds up to \(computed)"),
      hint: LocalizedText(
        es: "Revise en la fuente el total y las cifras de la columna.",
        en: "Check the total and the column's figures in the source."),
      at: figure.location, discrepancy: Diagnostic.Discrepancy(stated: stated, computed: computed))
  }
}

extension TotalRow {
  /// Each figure of the row beside those it sums up.
  public func pairs(with activities: [Activity]) -> [(stated: Figure, parts: [Figure])] {
    periods.indices.flatMap { index in
      [
        (periods[index].programmed, activities.map { $0.periods[index].programmed }),
        (periods[index].real, activities.map { $0.periods[index].real }),
      ]
    } + [(annual.goal, activities.map(\.annual.goal)), (annual.real, activities.map(\.annual.real))]
  }
}
