import CProcesses
import Dispatch
import Foundation
import Synchronization

/// A thread that lives as long as the program and starts all processes.
///
/// Bubblewrap lets its process die with the *thread* that started it, and Dispatch's threads come
/// and go.
final class ProgramSpawner: Sendable {
    static let shared = ProgramSpawner()

    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let wanted = DispatchSemaphore(value: 0)

    private init() {
        let thread = Thread { [self] in
            while true {
                wanted.wait()
                let next = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                next?()
            }
        }
        thread.name = "banyan.spawner"
        thread.start()
    }

    /// Starts a process.
    ///
    /// - Returns: Its number, or the error of the system.
    func spawn(_ place: ProgramPlace, ends: [Int32]) -> (process: pid_t, status: Int32) {
        let result = Mutex<(process: pid_t, status: Int32)>((0, 0))
        let isDone = DispatchSemaphore(value: 0)
        waiting.withLock { waiting in
            waiting.append {
                let started = Self.start(place, ends)
                result.withLock { $0 = started }
                isDone.signal()
            }
        }
        wanted.signal()
        isDone.wait()
        return result.withLock { $0 }
    }

    private static func start(
        _ place: ProgramPlace, _ ends: [Int32]
    ) -> (process: pid_t, status: Int32) {
        let arguments = place.arguments.map { strdup($0) } + [nil]
        let environment = place.environment.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var process: pid_t = 0
        let status = cpr_start(&process, place.folder, ends, arguments, environment)
        return (process, status)
    }
}
