import Testing

@testable import ReportConfiguration
