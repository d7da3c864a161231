import Foundation
import Publishing
import TestSupport
import Testing

/// Codes for phones, read back by another program.
struct QRCodeTests {
    private static let reader = "/usr/bin/zbarimg"
    private static let hasReader = FileManager.default.isExecutableFile(atPath: reader)

    /// The code as a picture of black and white points, four to the module.
    private func picture(_ code: QRCode) -> String {
        let side = (code.width + 8) * 4
        var text = "P1\n\(side) \(side)\n"
        for row in 0..<side {
            for column in 0..<side {
                let (y, x) = (row / 4 - 4, column / 4 - 4)
                let isInside = (0..<code.width).contains(y) && (0..<code.width).contains(x)
                text += isInside && code.isDark[y * code.width + x] ? "1 " : "0 "
            }
            text += "\n"
        }
        return text
    }

    @Test(
        .enabled(if: hasReader, "zbar-tools are not installed"),
        arguments: ["V1PA-1BS0-4GS5-2CS3", "a", String(repeating: "0123456789ABCDEF", count: 40)])
    func `a code is read back as its text`(_ text: String) throws {
        let code = try #require(QRCode(text))
        let workshop = try ContestWorkshop()
        try workshop.write(picture(code), to: "code.pbm")
        let process = Process()
        process.executableURL = URL(filePath: Self.reader)
        process.arguments = ["--quiet", "--raw", workshop.inside("code.pbm")]
        let out = workshop.inside("out.txt")
        try workshop.write("", to: "out.txt")
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitWithinLimit()
        #expect(try String(contentsOfFile: out, encoding: .utf8) == text + "\n")
    }

    @Test func `a text that no code can hold gives none`() {
        #expect(QRCode(String(repeating: "x", count: 3_000)) == nil)
    }
}
