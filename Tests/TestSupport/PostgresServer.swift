import CPostgres
public import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own: on a socket in a temporary folder, and on no network.
///
/// It ends with the process that started it, however that ends, and its folder with it.
public final class PostgresServer: Sendable {
    /// The one that tests share which do not end it; none where PostgreSQL is not installed.
    public static let shared: PostgresServer? = try? PostgresServer()

    /// The folder of Debian's PostgreSQL 15.
    public static let programs = "/usr/lib/postgresql/15/bin"

    /// Whether PostgreSQL is installed.
    public static var isInstalled: Bool {
        FileManager.default.isExecutableFile(atPath: programs + "/postgres")
    }

    public let folder: URL
    private let settings: String
    /// What the server ends with: the writing end of a pipe that nobody writes to.
    private let lifeline = Mutex<FileHandle?>(nil)

    /// Makes a server's files and starts it.
    ///
    /// - Parameters:
    ///   - settings: Further settings, such as `-c fsync=on`.
    ///   - origin: The server to follow as a standby, if any.
    ///   - place: The folder in which its own is made.
    public init(
        settings: String = "-c fsync=off", following origin: PostgresServer? = nil,
        in place: String = "/tmp"
    ) throws {
        guard Self.isInstalled else { throw CocoaError(.fileNoSuchFile) }
        signal(SIGPIPE, SIG_IGN)  // where it has ended, writing to it says so
        folder = URL(filePath: place).appending(path: "banyan-pg-\(UUID().uuidString.prefix(8))")
        self.settings = settings
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if getuid() == 0 { _ = system("chown postgres '\(folder.path)'") }
        if let origin {
            try asOwner(
                "\(Self.programs)/pg_basebackup -R -X stream -D '\(data)' -U postgres "
                    + "-h '\(origin.folder.path)'")
        } else {
            try asOwner(
                "\(Self.programs)/initdb -D '\(data)' -A trust -U postgres -E UTF8 "
                    + "--locale=C --no-sync")
        }
        try start()
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(at: folder)
    }

    private var data: String { folder.appending(path: "data").path }

    /// The address of its database.
    public var address: String { "postgres:///postgres?host=\(folder.path)&user=postgres" }

    /// Starts it and waits until it answers.
    public func start() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 else {
            throw CocoaError(.executableLoad)
        }
        let lifeline = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        // In the background, so that it is no child of the tests, which some of them wait for.
        try asOwner(
            """
            ('\(Self.programs)/postgres' -D '\(data)' -k '\(folder.path)' -c listen_addresses='' \
                -c max_connections=300 \(settings) >'\(folder.path)/log' 2>&1 </dev/null &
            server=$!
            echo $server >'\(folder.path)/pid'
            read line
            kill -INT $server
            wait $server
            [ "$line" = keep ] || rm -rf '\(folder.path)'
            touch '\(folder.path)/ended') <&\(ends[0]) >/dev/null 2>&1 &
            """)
        close(ends[0])
        self.lifeline.withLock { $0 = lifeline }
        for _ in 0..<600 {
            if (try? run("SELECT 1")) != nil { return }
            usleep(50_000)
        }
        throw CocoaError(.executableLoad)
    }

    /// Ends it, as its operator would; its files stay.
    public func stop() {
        let lifeline = lifeline.withLock { lifeline in
            defer { lifeline = nil }
            return lifeline
        }
        guard let lifeline else { return }
        let ended = folder.appending(path: "ended")
        try? FileManager.default.removeItem(at: ended)
        try? lifeline.write(contentsOf: Data("keep\n".utf8))
        try? lifeline.close()
        while !FileManager.default.fileExists(atPath: ended.path) { usleep(10_000) }
    }

    /// Ends all its processes at once, as a power cut would.
    public func crash() throws {
        let pid = try String(contentsOf: folder.appending(path: "pid"), encoding: .utf8)
        guard let pid = pid_t(pid.trimmingCharacters(in: .whitespacesAndNewlines)) else { return }
        kill(pid, SIGQUIT)
        stop()
    }

    /// Makes a standby the server that writes.
    public func promote() throws { try run("SELECT pg_promote(true)") }

    /// Makes an empty schema, and gives the address at which it is the one to use.
    public func newAddress() throws -> String {
        let schema = "t" + UUID().uuidString.replacing("-", with: "").lowercased()
        try run("CREATE SCHEMA \(schema)")
        return "\(address)&options=-csearch_path%3D\(schema)"
    }

    /// Runs SQL on the server, past any ledger.
    @discardableResult
    public func run(_ sql: String) throws -> [String] { try Self.run(sql, at: address) }

    /// Runs SQL at an address, past any ledger, and gives the first row.
    @discardableResult
    public static func run(_ sql: String, at address: String) throws -> [String] {
        let connection = PQconnectdb(address)
        defer { PQfinish(connection) }
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            throw Refusal(message: String(cString: PQerrorMessage(connection)))
        }
        guard PQntuples(result) > 0 else { return [] }
        return (0..<PQnfields(result)).map { column in
            PQgetvalue(result, 0, column).map { String(cString: $0) } ?? ""
        }
    }

    /// The server refused a statement.
    public struct Refusal: Error {
        public var message: String
    }

    /// Runs a script as somebody whom PostgreSQL works for, which is never root.
    private func asOwner(_ script: String) throws {
        let file = folder.appending(path: "script-\(UUID().uuidString)")
        try "cd /tmp\n\(script)\n".write(to: file, atomically: true, encoding: .utf8)
        let owner = getuid() == 0 ? "runuser -u postgres -- " : ""
        guard system("\(owner)bash '\(file.path)' >/dev/null") == 0 else {
            throw CocoaError(.executableLoad)
        }
    }
}
