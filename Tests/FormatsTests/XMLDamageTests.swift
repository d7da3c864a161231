import Formats
import Testing

/// Valid documents that are cut or damaged at random: refused or read, never a crash.
struct XMLDamageTests {
    static let document = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- 榕评 -->
        <contest id="IC" xmlns="urn:x" xmlns:y="urn:y">
          <submission id="S1" y:track='T&amp;1'><title>标题 &lt;1&gt; &#20013;</title>
            <team><member role="lead">王伟</member> and <member/></team>
            <![CDATA[ <raw> & ]]><?note x?>
          </submission>
          <submission id="S2"/>
        </contest>
        """.utf8)

    @Test func `the document is sound before it is damaged`() throws {
        #expect(try XMLTree.parse(Self.document, file: "f").children.count == 2)
    }

    @Test func `every prefix of a valid document is refused`() {
        for count in 0..<Self.document.count {
            let prefix = Array(Self.document.prefix(count))
            #expect(throws: Fault.self) { try XMLTree.parse(prefix, file: "f") }
        }
    }

    @Test func `every prefix gives the records that are whole in it`() {
        for count in 0..<Self.document.count {
            let prefix = Array(Self.document.prefix(count))
            let text = String(decoding: prefix, as: UTF8.self)
            let whole =
                text.contains("<submission id=\"S2\"/>")
                ? 2 : text.contains("</submission>") ? 1 : 0
            let summary = XMLRecords().read(bytes: prefix, file: "f", record: "submission") { _ in }
            #expect(summary.records == whole)
            #expect(summary.fault != nil)
        }
    }

    @Test func `flipped, lost and doubled bytes never crash the reader`() {
        let seed = UInt64.random(in: 0...(.max))
        var chance = SplitMix(state: seed)
        for _ in 0..<3_000 {
            var bytes = Self.document
            for _ in 0...(chance.next() % 4) { damage(&bytes, &chance) }
            let tree = try? XMLTree.parse(bytes, file: "f")
            var count = 0
            let summary = XMLRecords().read(bytes: bytes, file: "f", record: "submission") {
                batch in
                for record in batch { count += record.tree.name == "submission" ? 1 : 0 }
            }
            #expect(count == summary.records, "seed \(seed)")
            #expect((tree == nil) == (summary.fault != nil), "seed \(seed)")
        }
    }

    private func damage(_ bytes: inout [UInt8], _ chance: inout SplitMix) {
        let index = Int(chance.next() % UInt64(bytes.count))
        switch chance.next() % 4 {
        case 0: bytes[index] ^= 1 << UInt8(chance.next() % 8)
        case 1: bytes[index] = UInt8(truncatingIfNeeded: chance.next())
        case 2: bytes.remove(at: index)
        default: bytes.insert(bytes[index], at: index)
        }
    }
}

/// > G. L. Steele, D. Lea, C. H. Flood. "Fast Splittable Pseudorandom Number Generators." OOPSLA,
/// > 2014. doi:10.1145/2660193.2660195
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
