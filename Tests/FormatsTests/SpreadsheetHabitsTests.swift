import Formats
import Numbers
import Testing

struct SpreadsheetHabitsTests {
    typealias Habit = SpreadsheetHabits.Habit

    @Test(arguments: [
        ("87", "87", [Habit]()), ("-0.5", "-0.5", []), ("+3", "+3", []),
        ("８７．５", "87.5", [.fullWidth]), ("８７。５", "87.5", [.fullWidth]),
        (" 87 ", "87", [.outerBlanks]), ("\u{3000}87\u{A0}", "87", [.outerBlanks]),
        ("'87.5", "87.5", [.leadingApostrophe]), ("1,234,567.5", "1234567.5", [.thousandsMarks]),
        ("１，２３４", "1234", [.fullWidth, .thousandsMarks]), ("−3", "-3", [.typographicMinus]),
        ("－3", "-3", [.fullWidth]), (".5", "0.5", [.bareDecimalPoint]),
        ("-.5", "-0.5", [.bareDecimalPoint]), ("5.", "5", [.bareDecimalPoint]),
        (" '８７ ", "87", [.outerBlanks, .leadingApostrophe, .fullWidth]),
    ])
    func `a number is read through a spreadsheet's habits, and each is named`(
        text: String, number: String, habits: [Habit]
    ) throws {
        let found = try #require(SpreadsheetHabits.normalisedNumber(text))
        #expect(found.text == number)
        #expect(found.habits == habits)
        #expect(throws: Never.self) { try Points(parsing: found.text) }
        #expect(habits.allSatisfy { !$0.phrase.isEmpty })
    }

    @Test(arguments: [
        "", " ", "-", ".", "abc", "8.7.5", "1e3", "1.2E+17", "87%", "87分", "12,34", "1,2345", "8 7",
        "1.234,5", "--3", "'", "½", "八十七", "1,234,56", ",123", "NaN", "∞", "0x10", "٣",
    ])
    func `what may mean something else is no number`(text: String) {
        #expect(SpreadsheetHabits.normalisedNumber(text) == nil)
    }

    @Test(arguments: [
        "1.2E+17", "1E+05", "１.２Ｅ＋１７", "3月2日", "2023年3月2日", "2-Mar", "Mar-23",
        "02-Mar-2023", "2023/3/2", "3/2/2023",
    ])
    func `an id that a spreadsheet changed is told`(id: String) throws {
        let phrase = try #require(SpreadsheetHabits.suspectIdentifier(id))
        #expect(phrase.english.contains("'\(id)'") && phrase.chinese.contains("“\(id)”"))
    }

    @Test(arguments: [
        "S001", "001", "2E5", "A-12", "2023-3-2", "12-34", "MAR-1X", "45000", "榕-3", "3月队",
        "DEC-100-7",
        "1/2", "e+5", "",
    ])
    func `an id that looks whole is let be`(id: String) {
        #expect(SpreadsheetHabits.suspectIdentifier(id) == nil)
    }

    @Test func `leading zeros that were lost are told from a known id`() throws {
        let phrase = try #require(SpreadsheetHabits.suspectIdentifier("7", known: ["0007", "12"]))
        #expect(
            phrase.english == """
                '7' is probably '0007', whose leading zeros a spreadsheet dropped; format the \
                column as text and enter the id again
                """)
        #expect(SpreadsheetHabits.suspectIdentifier("12", known: ["0012", "12"]) == nil)
        #expect(SpreadsheetHabits.suspectIdentifier("13", known: ["0012"]) == nil)
    }

    @Test func `the number of a date is told only where ids do not look like that`() {
        #expect(SpreadsheetHabits.suspectIdentifier("45000", expectsDates: true) != nil)
        #expect(SpreadsheetHabits.suspectIdentifier("15000", expectsDates: true) == nil)
    }
}
