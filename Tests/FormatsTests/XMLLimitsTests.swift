import Formats
import Testing

struct XMLLimitsTests {
    private func fault(_ text: String, _ change: (inout XMLLimits) -> Void) -> String {
        var limits = XMLLimits.standard
        change(&limits)
        do {
            _ = try XMLTree.parse(Array(text.utf8), file: "f", limits: limits)
            return "none"
        } catch {
            return error.description(in: .english)
        }
    }

    @Test func `elements may be nested to the limit of depth and no deeper`() {
        #expect(fault("<a><a><a/></a></a>") { $0.depth = 3 } == "none")
        #expect(
            fault("<a><a>\n<a/></a></a>") { $0.depth = 2 } == """
                f:2: error: elements are nested too deep; at most 2 may be open at once. Check for \
                end tags that are missing.
                """)
    }

    @Test func `a million levels are refused at the limit`() {
        let text = String(repeating: "<a>", count: 1_000_000)
        #expect(fault(text) { _ in }.contains("at most 64 may be open at once"))
    }

    @Test func `an attribute may be as long as the limit and no longer`() {
        let value = String(repeating: "v", count: 65_536)
        #expect(fault("<a b='\(value)'/>") { _ in } == "none")
        #expect(
            fault("<a b='\(value)v'/>") { _ in } == """
                f:1: error: the value of attribute 'b' is too long; an attribute may have 65536 \
                bytes. Shorten it, or check for a quotation mark that is missing.
                """)
    }

    @Test func `an attribute of 20 megabytes is refused before it is kept`() {
        let value = String(repeating: "v", count: 20_000_000)
        #expect(fault("<a b='\(value)'/>") { _ in } != "none")
    }

    @Test func `a text may be as long as the limit and no longer, in one piece or many`() {
        #expect(fault("<a>12345</a>") { $0.textBytes = 5 } == "none")
        let message = """
            f:1: error: the text of an element is too long; one element may hold 5 bytes of text. \
            Shorten it, or give it as an attachment.
            """
        #expect(fault("<a>123456</a>") { $0.textBytes = 5 } == message)
        #expect(fault("<a>123<b>xx</b>456</a>") { $0.textBytes = 5 } == message)
        #expect(fault("<a>中文</a>") { $0.textBytes = 5 } == message)
    }

    @Test func `an element may have as many attributes as the limit and no more`() {
        let attributes = (1...64).map { "a\($0)='x'" }.joined(separator: " ")
        #expect(fault("<a \(attributes)/>") { _ in } == "none")
        #expect(
            fault("<a \(attributes) b='x'/>") { _ in } == """
                f:1: error: an element has too many attributes; an element may have 64. Take the \
                surplus ones out.
                """)
    }

    @Test func `a record may hold as many elements as the limit and no more`() {
        #expect(fault("<a><b/><b/></a>") { $0.elements = 3 } == "none")
        #expect(
            fault("<a><b/><b/><b/></a>") { $0.elements = 3 } == """
                f:1: error: there are too many elements in one record; a record may hold 3. Split \
                the record, or check for an end tag that is missing.
                """)
    }

    @Test func `a record may be as large as the limit and no larger`() {
        let text = "<a>" + String(repeating: "<b>1234567890</b>", count: 100) + "</a>"
        #expect(fault(text) { $0.recordBytes = 1_000 } == "none")
        #expect(
            fault(text) { $0.recordBytes = 900 } == """
                f:1: error: one record is too large; a record may hold 900 bytes of text. Give \
                long texts as attachments.
                """)
    }

    @Test func `a file may have as many names as the limit and no more`() {
        let text = "<a>" + (1...20).map { "<b\($0)/>" }.joined() + "</a>"
        #expect(fault(text) { $0.names = 21 } == "none")
        #expect(
            fault(text) { $0.names = 20 } == """
                f:1: error: there are too many different names; the elements and attributes of a \
                file may have 20 names. Put what differs from record to record in values, not in \
                names.
                """)
    }
}
