/// A cell to be written.
public struct SheetCell: Sendable, Hashable {
    /// What stands in it.
    public enum Value: Sendable, Hashable {
        case blank
        /// A text, which stays one whatever it begins with.
        case text(String)
        /// A number, as an ASCII decimal: `8.50`.
        case number(String)
        /// A formula without its `=`, and the value to show until it is computed.
        case formula(String, shown: String)
    }

    public var value: Value
    public var style: SheetStyle

    public init(_ value: Value, _ style: SheetStyle = SheetStyle()) {
        self.value = value
        self.style = style
    }

    /// A text, or nothing where it is empty.
    public static func text(_ text: String, _ style: SheetStyle = SheetStyle()) -> SheetCell {
        SheetCell(text.isEmpty ? .blank : .text(text), style)
    }

    /// A number that is shown with as many decimals as it is written with; a text where the
    /// decimal has more digits than spreadsheets keep, or is none.
    public static func decimal(_ text: String, _ style: SheetStyle = SheetStyle()) -> SheetCell {
        let digits = text.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
        guard CSVWriter.isNumber(text), text.utf8.first != UInt8(ascii: "+"), digits <= 15 else {
            return .text(text, style)
        }
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        let format = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
        return SheetCell(.number(text), style.with { $0.number = format })
    }
}
