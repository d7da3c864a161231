import Formats
import Foundation
import Testing

struct DigestTests {
    /// FIPS 180-2 appendix B, and the NIST vectors of empty and million-byte messages.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func `reproduces the published vectors, of bytes and of files`(text: String, hex: String) throws
    {
        #expect(SHA256Digest(of: text).hex == hex)
        #expect(SHA256Digest(of: AnySequence(text.utf8)).hex == hex)
        let path = FileManager.default.temporaryDirectory.path + "/banyan-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Files.write(text, to: path)
        #expect(try SHA256Digest(ofFile: path).hex == hex)
        #expect(SHA256Digest(hex: hex.uppercased())?.hex == hex)
    }

    @Test(arguments: [
        "", "ab", String(repeating: "g", count: 64), String(repeating: "+1", count: 32),
    ])
    func `what is no digest is refused`(hex: String) {
        #expect(SHA256Digest(hex: hex) == nil)
    }

    @Test func `a check value is the first 50 bits of the digest`() {
        // ba7816bf8f01cf… in groups of five bits: 10111 01001 11100 00001 01101 …
        #expect(CheckValue(of: "abc").text == "Q9W1DFWF07")
    }

    @Test func `a check value may be typed in other ways, and not in wrong ones`() {
        let value = CheckValue(of: "abc")
        #expect(CheckValue(typed: "q9wl-dfwf-o7") == value)
        #expect(CheckValue(typed: "Ｑ9W1 DFWF07") == value)
        for wrong in ["", "Q9W1DFWF0", "Q9W1DFWF077", "Q9W1DFWF0U", "Q9W1DFWF0榕"] {
            #expect(CheckValue(typed: wrong) == nil)
        }
    }
}
