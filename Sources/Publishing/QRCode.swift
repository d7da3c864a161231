import CQREncode
import Formats

/// A text as a QR code (ISO/IEC 18004), which a phone reads off paper.
public struct QRCode: Sendable, Hashable {
    /// Modules on each side.
    public let width: Int
    /// Whether each module is dark, row by row.
    public let isDark: [Bool]

    /// A code at the least size that holds the text, of which 15 % may be lost.
    ///
    /// Nothing where no code can hold it.
    public init?(_ text: String) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
            return nil
        }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        width = side
        isDark = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// The code as a picture with the quiet margin of four modules that readers need.
    ///
    /// - Parameter label: What it is, for those who cannot see it.
    func picture(label: Phrase) -> Markup {
        let side = width + 8
        var path = ""
        for row in 0..<width {
            for run in runs(inRow: row) {
                path += "M\(run.lowerBound + 4) \(row + 4)h\(run.count)v1h-\(run.count)z"
            }
        }
        return """
            <svg class="code" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" \
            role="img" shape-rendering="crispEdges"><title>\(label.chinese) · \(label.english)\
            </title><rect width="\(side)" height="\(side)" fill="#fff"/>\
            <path d="\(path)" fill="#000"/></svg>
            """
    }

    /// Neighbouring dark modules of a row.
    private func runs(inRow row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for column in 0..<width where isDark[row * width + column] {
            if let last = runs.last, last.upperBound == column {
                runs[runs.count - 1] = last.lowerBound..<column + 1
            } else {
                runs.append(column..<column + 1)
            }
        }
        return runs
    }
}
