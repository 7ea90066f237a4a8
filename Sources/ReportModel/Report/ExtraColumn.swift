/// A column of the source that is none of the report's own: kept as it stands, never counted with.
public struct ExtraColumn: Hashable, Sendable {
  /// Its header's words, outermost first: `PRESUPUESTO AUTORIZADO`.
  public var header: Sourced<String>

  public init(header: Sourced<String>) { self.header = header }
}
