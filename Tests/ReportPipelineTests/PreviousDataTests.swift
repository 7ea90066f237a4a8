import ReportModel
import Testing

@testable import ReportPipeline

/// Data of the year before, as strangers may have written them: taken whole or not at all.
@Suite struct PreviousDataTests {
  private static func data(_ activities: String) -> PreviousData? {
    let report = #"{"department":"OBRAS","year":2022,"activities":[\#(activities)]}"#
    return PreviousData(json: Array(#"{"format":"informe-datos","version":1,"report":\#(report)}"#.utf8))
  }

  private static func annual(_ goal: String, _ real: String = "{}") -> String {
    #"{"name":"Bacheo","annual":{"goal":\#(goal),"real":\#(real)}}"#
  }

  @Test func aYearIsRead() throws {
    let year = try #require(Self.data(Self.annual(#"{"value":12.50}"#))?.year(of: nil))
    #expect(year.department == "OBRAS" && year.year == 2022)
    #expect(
      year.activities == [PreviousActivity(number: nil, name: "Bacheo", goal: Quantity(coefficient: 125, scale: 1))])
  }

  /// What cannot be read is not left out: the comparison would call the activity ended, or its goal none.
  @Test(arguments: [
    #"{"number":"1","annual":{"goal":{},"real":{}}}"#, #"{"name":"Bacheo"}"#,
    #"{"name":"Bacheo","annual":{"goal":{}}}"#, #"{"name":7,"annual":{"goal":{},"real":{}}}"#,
    annual(#"{"value":"12"}"#), annual(#"{"value":1e3}"#), annual(#"{"value":99999999999999999999}"#),
    annual("{}", "[]"), annual("{}") + ",7",
  ])
  func nothingIsLeftOut(_ activity: String) { #expect(Self.data(activity) == nil) }

  @Test func areasAreNotLeftOut() {
    func volume(_ areas: String) -> PreviousData? {
      PreviousData(json: Array(#"{"format":"informe-datos-tomo","version":1,"areas":[\#(areas)]}"#.utf8))
    }
    let area = #"{"name":"Salud","report":{"activities":[]}}"#
    #expect(volume(area + "," + area)?.areas.map(\.name) == ["Salud", "Salud"])
    #expect(volume(area + #",{"name":"Obras"}"#) == nil)
  }

  @Test func yearsOfTooManyActivitiesAreNotTaken() {
    let activities = Array(repeating: Self.annual("{}"), count: PreviousData.mostActivities + 1)
    #expect(Self.data(activities.joined(separator: ",")) == nil)
    #expect(Self.data(activities.dropLast().joined(separator: ",")) != nil)
  }

  /// A name is one of a table's cells.
  @Test(arguments: ["number", "name", "objective", "unit"])
  func textsAreNoLongerThanACell(_ text: String) {
    func data(_ count: Int) -> PreviousData? {
      let members = [text == "name" ? nil : #""name":"Bacheo""#, #""annual":{"goal":{},"real":{}}"#].compactMap { $0 }
      let long = #""\#(text)":"\#(String(repeating: "x", count: count))""#
      return Self.data("{" + (members + [long]).joined(separator: ",") + "}")
    }
    #expect(data(PreviousData.longestText) != nil)
    #expect(data(PreviousData.longestText + 1) == nil)
  }

  @Test(arguments: ["[1,[2,3]]", #"{"a":[1,2,3]}"#])
  func valuesAreCounted(_ json: String) {
    #expect(JSONReader.value(Array(json.utf8), atMost: 5) != nil)
    #expect(JSONReader.value(Array(json.utf8), atMost: 4) == nil)
  }
}
