import Pages
import Testing

@testable import PDFFinisher

@Suite struct MomentTests {
  @Test(arguments: [
    ("2024-01-15T12:00:00-06:00", "D:20240115120000-06'00'", 1_705_341_600),
    ("2024-02-29T23:59:59+05:30", "D:20240229235959+05'30'", 1_709_231_399),
    ("1969-12-31T18:00:00-06:00", "D:19691231180000-06'00'", 0),
    ("1970-01-01", "D:19700101120000+00'00'", 43_200), ("2000-03-01T00:00Z", "D:20000301000000+00'00'", 951_868_800),
    ("0001-01-01T00:00:00Z", "D:00010101000000+00'00'", -62_135_596_800),
  ])
  func isReadAndWritten(_ text: String, _ pdf: String, _ seconds: Int) throws {
    let moment = try #require(Moment(iso: text))
    #expect(moment.pdf == pdf && moment.secondsSince1970 == seconds && Moment(pdf: pdf) == moment)
    #expect(Moment(secondsSince1970: seconds, offset: moment.offset) == moment)
  }

  @Test(arguments: [
    "2023-02-29", "2024-01-15T24:00:00Z", "2024-01-15T12:00:00", "2024-01-15T12Z", "2024-01-15T12:60Z", "hoy",
    "2024-01-15T1２:00Z", "2024-01-15T12:00+24:00",
  ])
  func whatIsNoMomentIsRefused(_ text: String) { #expect(Moment(iso: text) == nil) }

  /// Every day of four centuries has its own number.
  @Test func daysAreCounted() throws {
    var day = try #require(CalendarDate(year: 1900, month: 1, day: 1)).daysSince1970
    #expect(day == -25_567)
    for year in 1900..<2300 {
      for month in 1...12 {
        for number in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: number) else { continue }
          #expect(date.daysSince1970 == day && CalendarDate(daysSince1970: day) == date)
          day += 1
        }
      }
    }
  }
}
