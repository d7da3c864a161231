import Testing

/// The house: a module imports only from rows below its own.
struct ArrowTests {
    /// From the ground up; neighbours in a row do not know each other.
    static let rows: [Set<String>] = [
        [
            "Numbers", "CLibXML2", "CLibPQ", "CLinearAlgebra", "CZip", "CXLSXWriter", "CQREncode",
            "CProcesses",
        ],
        ["CXML", "CPostgres"],
        ["Contests", "Formats", "Computing"],
        ["Statistics"],
        ["Reading", "Assigning", "Judging", "Scoring", "Recording", "Publishing"],
        ["Organizing"],
        ["banyan", "Portal", "bench"],
    ]

    /// The modules that alone may import something, and their tests with them.
    static let homes: [String: Set<String>] = [
        "CXML": ["Formats"],
        "CLibXML2": [],
        "CLibPQ": [],
        "CPostgres": ["Recording", "TestSupport"],
        "CLinearAlgebra": ["Computing"],
        "CZip": ["Formats"],
        "CQREncode": ["Publishing"],
        "CProcesses": ["Judging"],
        "CXLSXWriter": ["Formats"],
        "GRDB": ["Recording"],
        "Crypto": ["Formats", "Recording"],
        "Mustache": ["Publishing"],
        "ArgumentParser": ["banyan"],
        "Hummingbird": ["Portal"],
    ]

    private func row(of module: String) -> Int? {
        Self.rows.firstIndex { $0.contains(module) }
    }

    /// `file:line: what` for each import that a check has something to say about.
    private func offences(_ check: (SourceFile, _ imported: String) -> String?) -> [String] {
        SourceTree.swift.flatMap { file in
            file.imports.compactMap { line, imported in
                check(file, imported).map { "\(file.path):\(line + 1): \($0)" }
            }
        }
    }

    @Test func `every module has its place in the house`() {
        let modules = Set(SourceTree.files.compactMap(\.module))
        expectNone(modules.filter { row(of: $0) == nil }.sorted())
    }

    @Test func `a module imports only from the rows below its own`() {
        let found = offences { file, imported in
            guard let module = file.module, let own = row(of: module),
                let other = row(of: imported), other >= own
            else { return nil }
            return "\(module) imports \(imported), which does not stand below it"
        }
        expectNone(found)
    }

    @Test func `Contests imports Numbers and nothing else`() {
        let found = offences { file, imported in
            file.module == "Contests" && imported != "Numbers" ? "imports \(imported)" : nil
        }
        expectNone(found)
    }

    @Test func `Scoring imports no storage, no file form, no clock and no Foundation`() {
        let allowed: Set<String> = ["Numbers", "Contests", "Computing", "Statistics"]
        let found = offences { file, imported in
            file.module == "Scoring" && !allowed.contains(imported) ? "imports \(imported)" : nil
        }
        expectNone(found)
    }

    @Test func `what one module is there to wrap, no other imports`() {
        let found = offences { file, imported in
            guard let homes = Self.homes[imported] else { return nil }
            let tested = file.parts.count > 2 && file.parts[0] == "Tests" ? file.parts[1] : ""
            let isHome = homes.contains {
                $0 == file.module ?? "" || $0 == tested || "\($0)Tests" == tested
            }
            return isHome ? nil : "imports \(imported), which belongs to \(homes.sorted())"
        }
        expectNone(found)
    }

    @Test func `libxml2 is included by CXML alone`() {
        let found = SourceTree.files.filter { $0.module != "CXML" && !$0.isSwift }.flatMap { file in
            file.offences {
                file.lines[$0].contains("#include <libxml/") ? "includes libxml2" : nil
            }
        }
        expectNone(found)
    }

    @Test func `no test imports a module as testable`() {
        let found = SourceTree.swift.flatMap { file in
            file.offences { file.code[$0].contains("@testable") ? "imports as testable" : nil }
        }
        expectNone(found)
    }
}
