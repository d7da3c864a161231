import Formats
import Testing

struct XMLRecordsTests {
    private func records(
        _ text: String, record: String = "r", batchBytes: Int = 1 << 19
    ) -> (trees: [XMLTree], summary: XMLSummary) {
        var trees: [XMLTree] = []
        let reader = XMLRecords(batchBytes: batchBytes, batchesAhead: 2)
        let summary = reader.read(bytes: Array(text.utf8), file: "f.xml", record: record) { batch in
            trees += batch.map(\.tree)
        }
        return (trees, summary)
    }

    @Test func `delivers each record below the root, at any depth, whole`() {
        let found = records("<a><r i='1'/><list><r i='2'><r i='inner'/></r></list><r i='3'/></a>")
        #expect(found.trees.map { $0.attribute("i") } == ["1", "2", "3"])
        #expect(found.trees[1].children.map(\.name) == ["r"])
        #expect(found.summary.records == 3)
        #expect(found.summary.fault == nil)
        #expect(found.summary.strays.isEmpty)
    }

    @Test func `delivers the same trees as the parse of the whole, for any size of batch`() throws {
        let text =
            "<a>" + (0..<500).map { "<r i='\($0)'>t\($0)<b>x<c/>y</b>z</r>\n" }.joined() + "</a>"
        let whole = try XMLTree.parse(Array(text.utf8), file: "f")
        for size in [1, 100, 4_096, 1 << 20] {
            #expect(records(text, batchBytes: size).trees == whole.children(named: "r"))
        }
    }

    @Test func `never takes the root for a record`() {
        #expect(records("<r><r/></r>").trees.count == 1)
        #expect(records("<r/>").trees.isEmpty)
    }

    @Test func `tells the root's name and attributes, before the first record and after the last`()
    {
        var roots: Set<String> = []
        let summary = XMLRecords().read(
            bytes: Array("<contest id='IC'>\n<r/></contest>".utf8), file: "f", record: "r"
        ) { batch in
            roots.insert("\(batch.root.name) \(batch.root.attribute("id") ?? "")")
        }
        #expect(roots == ["contest IC"])
        #expect(summary.root?.attribute("id") == "IC")
        #expect(records("<contest id='IC'/>").summary.root?.name == "contest")
    }

    @Test func `tells what it passed over, the outermost names and how often`() {
        let found = records(
            """
            <a><r/>
            <s><t/><u/></s>
            <s/>
            <list><v/><r/></list></a>
            """)
        #expect(found.trees.count == 2)
        #expect(found.summary.strays.map(\.name) == ["s", "v"])
        #expect(found.summary.strays.map(\.count) == [2, 1])
        #expect(found.summary.strays.map(\.line) == [2, 4])
    }

    @Test func `what stood complete before a fault is delivered, and the fault says what was not`()
    {
        let found = records("<a>\n<r i='1'/>\n<r i='2'>\n<b>\n</r>\n<r i='3'/></a>")
        #expect(found.trees.map { $0.attribute("i") } == ["1"])
        #expect(
            found.summary.fault?.description == """
                f.xml:5:5: error: <b>, opened in line 4, is closed by </r>; an end tag names the \
                element it closes. Add </b> before it, or put the name right; nothing from line 3 \
                on was read.
                """)
        #expect(
            found.summary.fault?.description(in: .chinese) == """
                f.xml:5:5: 错误: 第 4 行打开的 <b> 被 </r> 关闭；结束标签须与开始标签同名。\
                请在其前补上 </b>，或改正名称；自第 3 行起的内容没有读入。
                """)
    }

    @Test func `names, attributes and texts can be had without strings`() throws {
        var seen = 0
        _ = XMLRecords().read(
            bytes: Array("<a><r i='1'><t> x </t><t>y</t></r></a>".utf8), file: "f", record: "r"
        ) { batch in
            let record = batch[0]
            seen += 1
            #expect(record.attribute(batch.name("i")).map { $0 == "1" } == true)
            #expect(record.attribute("j") == nil)
            #expect(record.first(batch.name("t"))?.text.utf8Count == 3)
            #expect(record.first(named: "t")?.trimmedText == "x")
            #expect(record.children(named: "t").map(\.string) == [" x ", "y"])
            #expect(batch.name("nowhere") == nil)
            #expect(record.line == 1)
        }
        #expect(seen == 1)
    }

    @Test func `stops when the receiver throws, and throws what it threw`() {
        struct Enough: Error {}
        let text = "<a>" + String(repeating: "<r/>", count: 100_000) + "</a>"
        var batches = 0
        #expect(throws: Enough.self) {
            _ = try XMLRecords(batchBytes: 1, batchesAhead: 1)
                .read(bytes: Array(text.utf8), file: "f", record: "r") { _ throws(Enough) in
                    batches += 1
                    if batches == 3 { throw Enough() }
                }
        }
        #expect(batches == 3)
    }

    @Test func `a missing file is a fault of the summary`() {
        let summary = XMLRecords().read(path: "/nowhere.xml", record: "r") { _ in }
        #expect(summary.fault?.problem.english == "there is no such file or folder")
        #expect(summary.root == nil)
    }

    @Test func `memory does not grow with the file: few batches are alive at once`() {
        final class Watch { weak var batch: XMLRecordBatch? }
        let record = "<r i='1'>" + String(repeating: "<b>0123456789</b>", count: 100) + "</r>"
        let text = "<a>" + String(repeating: record, count: 5_000) + "</a>"
        var watches: [Watch] = []
        var most = 0
        let reader = XMLRecords(batchBytes: 1 << 16, batchesAhead: 3)
        _ = reader.read(bytes: Array(text.utf8), file: "f", record: "r") { batch in
            let watch = Watch()
            watch.batch = batch
            watches.append(watch)
            most = max(most, watches.count { $0.batch != nil })
        }
        #expect(watches.count > 100)
        #expect(most <= 2)  // those still waiting in line are not yet watched: 3 more, and one made
    }
}
