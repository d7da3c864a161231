import Contests
import Numbers

/// The text of a sheet's marks, as short as a person would write them: `8.5 NA 4(a,c) TEXT`.
///
/// A word for each criterion of the sheet's layout, between blanks: points, `NA` for "not
/// applicable", `TEXT` where only the comment counts; ticked boxes follow in brackets. In a box's
/// name, blank, comma, brackets, per cent and control characters are written `%20`. A criterion
/// that was not marked is not in the layout.
enum MarksText {
    /// Writes the marks, without their comments.
    static func write(_ marks: [Mark], to bytes: inout [UInt8]) {
        for (index, mark) in marks.enumerated() {
            if index > 0 { bytes.append(blank) }
            switch mark.value {
            case .points(let points): points.write(to: &bytes)
            case .notApplicable: bytes.append(contentsOf: "NA".utf8)
            case .text: bytes.append(contentsOf: "TEXT".utf8)
            }
            guard !mark.ticks.isEmpty else { continue }
            for (index, tick) in mark.ticks.enumerated() {
                bytes.append(UInt8(ascii: index == 0 ? "(" : ","))
                for byte in tick.utf8 { appendEscaped(byte, to: &bytes) }
            }
            bytes.append(UInt8(ascii: ")"))
        }
    }

    /// Reads the marks of a layout; nothing where they do not fit it.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, layout: [CriterionID]
    ) -> [Mark]? {
        var marks: [Mark] = []
        marks.reserveCapacity(layout.count)
        var words = MarkWords(bytes)
        while let word = words.next() {
            guard marks.count < layout.count, let value = word.value else { return nil }
            marks.append(
                Mark(criterion: layout[marks.count], value: value, ticks: ticks(word.boxes)))
        }
        return marks.count == layout.count ? marks : nil
    }

    private static func ticks(_ boxes: Slice<UnsafeBufferPointer<UInt8>>?) -> [String] {
        guard let boxes else { return [] }
        return boxes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            .map(unescaped)
    }

    private static let blank = UInt8(ascii: " ")

    private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        guard byte <= blank || "(),%".utf8.contains(byte) else {
            bytes.append(byte)
            return
        }
        let digits = String(byte, radix: 16, uppercase: true)
        bytes.append(contentsOf: (byte < 16 ? "%0" : "%").utf8)
        bytes.append(contentsOf: digits.utf8)
    }

    private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                plain.append(value)
                rest = rest.dropFirst(2)
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

/// The words of a marks' text, one after the other.
struct MarkWords {
    /// One criterion's word.
    struct Word {
        /// What was given, or nothing where it is not a mark.
        var value: Mark.Value?
        /// What stands in the brackets.
        var boxes: Slice<UnsafeBufferPointer<UInt8>>?
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// The words of a text, which must outlive them.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The next word; nothing at the end.
    mutating func next() -> Word? {
        guard position < bytes.count else { return nil }
        let start = position
        var value: Mark.Value?
        switch bytes[position] {
        case UInt8(ascii: "N"):
            position += 2
            value = .notApplicable
        case UInt8(ascii: "T"):
            position += 4
            value = .text
        default: value = Points(recorded: bytes, from: &position).map(Mark.Value.points)
        }
        var word = Word(value: value)
        if position == start { position += 1 }  // not a mark: the caller refuses it
        guard position < bytes.count else { return word }
        if bytes[position] == UInt8(ascii: "(") {
            let first = position + 1
            while position < bytes.count, bytes[position] != UInt8(ascii: ")") { position += 1 }
            word.boxes = bytes[first..<position]
            position += 1
        }
        if position < bytes.count, bytes[position] != UInt8(ascii: " ") { word.value = nil }
        position += 1
        return word
    }
}
