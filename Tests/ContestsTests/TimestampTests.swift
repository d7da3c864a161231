import Contests
import Testing

struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2000-03-01T00:00:00Z", 951_868_800),
        ("2026-05-01T18:00:00+08:00", 1_777_629_600), ("2026-05-01T18:00+08:00", 1_777_629_600),
        ("1969-12-31T23:59:59Z", -1), ("2024-02-29T12:00:00-05:30", 1_709_227_800),
    ])
    func `reads a date and time with its offset`(text: String, seconds: Int) throws {
        #expect(try #require(Timestamp(text)).seconds == Int64(seconds))
    }

    @Test(arguments: [
        "2026-05-01T18:00:00", "2026-05-01", "2023-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
        "2026-05-01T24:00:00Z", "2026-05-01T18:60:00Z", "", "T", "2026-05-01T18:00:00+8",
        "２０２６-05-01T18:00:00Z", "2026-05-01T18:00:00+19:00",
    ])
    func `refuses what is no moment`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `writes and reads every day of four centuries alike`() throws {
        for day in stride(from: -73_000, through: 73_000, by: 1) {
            let moment = Timestamp(seconds: Int64(day) * 86_400 + 3_661)
            #expect(Timestamp(moment.text)?.seconds == moment.seconds)
        }
    }

    @Test func `the same moment is equal whatever its offset`() throws {
        let here = try #require(Timestamp("2026-05-01T18:00:00+08:00"))
        let there = try #require(Timestamp("2026-05-01T10:00:00Z"))
        #expect(here == there)
        #expect(Set([here, there]).count == 1)
    }
}
