import Foundation
import TestSupport
import Testing

/// `banyan judge` on several machines whose ledger lies on one server.
@Suite(.enabled(if: PostgresServer.isInstalled), .serialized)
struct SharedWorkTests {
    private static let good = "time.sleep(0.004); print(json.dumps(reply), flush=True)"

    /// An address for a ledger of its own.
    private func newAddress() throws -> String {
        try #require(PostgresServer.shared).newAddress()
    }

    /// What an undisturbed run on one machine gives.
    private func expected(_ count: Int) throws -> String {
        let contest = try MachineContest(
            count: count, program: "print(json.dumps(reply), flush=True)")
        try #require(try contest.judge().status == 0)
        return try contest.ranks()
    }

    private func leases(_ address: String) throws -> String? {
        try PostgresServer.run("SELECT count(*) FROM lease", at: address).first
    }

    /// Waits until so many sheets are recorded.
    private func wait(forSheets count: Int, at address: String) throws {
        for _ in 0..<12_000 {
            let found = try PostgresServer.run("SELECT count(*) FROM sheet", at: address)
            if found.first.flatMap({ Int($0) }) ?? 0 >= count { return }
            usleep(5_000)
        }
        throw CocoaError(.executableLoad)
    }

    /// Freezes a worker that is alone, at a moment when it keeps nobody from recording.
    private func stopBetweenTransactions(
        _ worker: MachineContest.Worker, at address: String
    ) throws {
        let schema = try PostgresServer.run("SELECT current_schema()", at: address)[0]
        for _ in 0..<500 {
            worker.send(SIGSTOP)
            usleep(50_000)  // what the server was asked for is over
            let held = try PostgresServer.run(
                """
                SELECT count(*) FROM pg_locks WHERE granted AND pid <> pg_backend_pid()
                    AND (locktype = 'advisory' AND objid = '\(schema).fact'::regclass::oid
                        OR relation IN ('\(schema).lease'::regclass, '\(schema).worker'::regclass))
                """, at: address)
            if held == ["0"] { return }
            worker.send(SIGCONT)
            usleep(7_000)
        }
        throw CocoaError(.executableLoad)
    }

    /// How many submissions the workers say they have judged.
    private func judged(_ outputs: [Program.Output]) -> Int {
        outputs.flatMap { $0.text.split(separator: "\n") }.compactMap { line in
            line.contains(" submission(s) judged") ? Int(line.prefix { $0.isNumber }) : nil
        }.reduce(0, +)
    }

    @Test(arguments: [2, 8])
    func `workers share the work, and take over from those that are killed`(count: Int) throws {
        let address = try newAddress()
        let total = 500 + 500 * count
        let contest = try MachineContest(count: total, program: Self.good, ledger: address)
        let options = ["--lease", "2"]
        let lasting = try (0..<count / 2).map { _ in try MachineContest.Worker(contest, options) }
        let killed = try (0..<count / 2).map { _ in try MachineContest.Worker(contest, options) }
        for (place, worker) in killed.enumerated() {
            try wait(forSheets: total * (place + 1) / (count + 2), at: address)
            worker.send(SIGKILL)
            #expect(try worker.end().status == SIGKILL)
        }
        let outputs = try lasting.map { try $0.end() }
        #expect(outputs.allSatisfy { $0.status == 0 }, "\(outputs.map(\.text))")
        #expect(outputs.allSatisfy { $0.text.contains("0 failed, 0 given up") })
        #expect(outputs.allSatisfy { $0.text.contains("more ended by others who share the work") })
        #expect(try contest.ranks() == expected(total))
        #expect(try contest.newSheets() == total)  // none twice
        #expect(try leases(address) == "0")
        let left = try contest.leftovers()
        #expect(left.isEmpty, "\(left)")
    }

    @Test func `what a worker brings after it was silent for too long is not recorded twice`()
        throws
    {
        let address = try newAddress()
        let contest = try MachineContest(count: 600, program: Self.good, ledger: address)
        let silent = try MachineContest.Worker(contest, ["--lease", "1"])
        usleep(900_000)
        try stopBetweenTransactions(silent, at: address)
        let other = try MachineContest.Worker(contest, ["--lease", "1"])
        let output = try other.end()
        #expect(output.status == 0)
        #expect(try contest.newSheets() == 600)
        silent.send(SIGCONT)
        let late = try silent.end()
        #expect(late.status == 0, "\(late.text)")
        #expect(late.text.contains("0 again, 0 unchanged; 0 failed, 0 given up"))
        #expect(judged([output, late]) == 600)
        #expect(try contest.newSheets() == 600)
        #expect(try contest.ranks() == expected(600))
        #expect(try leases(address) == "0")
    }

    @Test func `a server that is restarted in the middle is waited for`() throws {
        let server = try PostgresServer(settings: "-c fsync=on")
        let contest = try MachineContest(count: 600, program: Self.good, ledger: server.address)
        let workers = try (0..<2).map { _ in try MachineContest.Worker(contest) }
        for count in [50, 250] {
            try wait(forSheets: count, at: server.address)
            try server.crash()
            try server.start()
        }
        let outputs = try workers.map { try $0.end() }
        #expect(outputs.map(\.status) == [0, 0], "\(outputs.map(\.text))")
        #expect(try contest.newSheets() == 600)
        #expect(try contest.ranks() == expected(600))
        #expect(try leases(server.address) == "0")
    }

    @Test func `judging again is shared with those who do so too, and with nobody else`() throws {
        let contest = try MachineContest(count: 300, program: Self.good, ledger: newAddress())
        #expect(try contest.judge().status == 0)
        let first = try MachineContest.Worker(contest, ["--again"])
        usleep(600_000)
        let differing = try contest.judge()
        #expect(differing.status != 0)
        #expect(differing.text.contains("with --again where this is without"))
        let second = try MachineContest.Worker(contest, ["--again"])
        let outputs = try [first.end(), second.end()]
        #expect(outputs.allSatisfy { $0.status == 0 }, "\(outputs.map(\.text))")
        #expect(try contest.newSheets() == 300)
        let unchanged = outputs.flatMap { $0.text.split(separator: " ") }
        #expect(unchanged.filter { $0 == "unchanged;" }.count == 2)
    }

    @Test func `what failed is told once, and tried again by the next run`() throws {
        let address = try newAddress()
        let faulty = "if name == 'S7': print('?', flush=True)\n    else: \(Self.good)"
        let contest = try MachineContest(count: 300, program: faulty, ledger: address)
        let workers = try (0..<2).map { _ in try MachineContest.Worker(contest, []) }
        let outputs = try workers.map { try $0.end() }
        #expect(outputs.map(\.status).sorted() == [0, 1], "\(outputs.map(\.text))")
        #expect(judged(outputs) == 299)
        #expect(outputs.filter { $0.text.contains("1 failed") }.count == 1)
        let next = try contest.judge()
        #expect(next.status == 1)
        #expect(next.text.contains("0 submission(s) judged, 0 again, 0 unchanged; 1 failed"))
    }

    @Test func `a server that contest.xml names keeps the ledger`() throws {
        let address = try newAddress()
        let contest = try MachineContest(count: 20, program: Self.good)
        try contest.nameServer(address)
        let output = try contest.judge()
        #expect(output.status != 0)  // nothing is loaded there
        #expect(try contest.prepare().allSatisfy { $0.status == 0 })
        #expect(try contest.judge().text.contains("20 submission(s) judged"))
        let sheets = try PostgresServer.run("SELECT count(*) FROM sheet", at: address)
        #expect(sheets == ["20"])
    }

    @Test func `a file is judged by one at a time`() throws {
        let contest = try MachineContest(count: 500, program: Self.good)
        let first = try MachineContest.Worker(contest)
        usleep(700_000)
        let second = try contest.judge()
        #expect(second.status != 0)
        #expect(second.text.contains("another banyan judge is at work in this folder"))
        let output = try first.end()
        #expect(output.status == 0)
        #expect(try contest.newSheets() == 500)
    }
}
