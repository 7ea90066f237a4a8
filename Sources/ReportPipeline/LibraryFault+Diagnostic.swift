public import ReportModel
public import SystemLibraries

extension LibraryFault {
  public func diagnostic(at location: SourceLocation) -> Diagnostic {
    .unusableLibrary(
      library.name, found: found?.description, floor: library.floor?.description, package: library.package,
      at: location)
  }
}
