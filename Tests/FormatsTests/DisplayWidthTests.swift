import Formats
import Testing

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("榕评", 4), ("榕a评", 5), ("ＡＢ", 4), ("ｱ", 1), ("，。", 4),
        ("“”", 2), ("e\u{301}", 1), ("é", 1), ("한글", 4), ("日本のカナ", 10), ("😀", 2),
        ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("①", 1), ("\u{200B}", 0), ("𠀀", 2), ("a\u{7}b", 2),
    ])
    func `a text has the width that terminals give it`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func `pads by columns and not by characters`() {
        #expect(DisplayWidth.padded("榕评", to: 6) == "榕评  ")
        #expect(DisplayWidth.paddedLeft("8.5", to: 6) == "   8.5")
        #expect(DisplayWidth.padded("榕评", to: 3) == "榕评")
    }

    @Test func `cuts by columns, and never half a character`() {
        #expect(DisplayWidth.truncated("榕评系统", to: 8) == "榕评系统")
        #expect(DisplayWidth.truncated("榕评系统", to: 7) == "榕评系…")
        #expect(DisplayWidth.truncated("榕评系统", to: 6) == "榕评…")
        #expect(DisplayWidth.fitted("榕评系统", to: 6) == "榕评… ")
        #expect(DisplayWidth.truncated("abc", to: 0) == "")
        #expect(DisplayWidth.truncated("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
    }

    @Test func `whatever is fitted has exactly that width`() {
        for text in ["", "a", "榕", "a榕b评", "👨‍👩‍👧家", "e\u{301}榕"] {
            for width in 1...8 {
                #expect(DisplayWidth.of(DisplayWidth.fitted(text, to: width)) == width)
            }
        }
    }
}
