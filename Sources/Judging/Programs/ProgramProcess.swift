import CProcesses
import Foundation

/// A running process of a program, with which one thread at a time talks line by line.
struct ProgramProcess: Sendable {
    private let place: ProgramPlace
    private let process: pid_t
    private var input: Int32?
    private let output: Int32
    private let noise: Int32
    /// How it ended; none while it runs.
    private var ending: Int32?
    /// When its processes are counted next.
    private var nextCount = ContinuousClock.now + .milliseconds(100)

    /// Starts a process.
    ///
    /// - Throws: ``ProgramFault/cannotStart(reason:)``.
    init(_ place: ProgramPlace) throws(ProgramFault) {
        var ends: [Int32] = []
        for _ in 0..<3 {
            var pair: [Int32] = [-1, -1]
            let status = cpr_pipe(&pair)
            guard status == 0 else {
                let reason = String(cString: strerror(status))
                for end in ends { close(end) }
                place.clear()
                throw .cannotStart(reason: reason)
            }
            ends += pair
        }
        let (process, status) = ProgramSpawner.shared.spawn(
            place, ends: [ends[0], ends[3], ends[5]])
        for end in [ends[0], ends[3], ends[5]] { close(end) }
        guard status == 0 else {
            for end in [ends[1], ends[2], ends[4]] { close(end) }
            place.clear()
            throw .cannotStart(reason: String(cString: strerror(status)))
        }
        self.place = place
        self.process = process
        (input, output, noise) = (ends[1], ends[2], ends[4])
        for end in [ends[1], ends[2], ends[4]] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    /// Sends a line and waits for the line that answers it.
    ///
    /// - Parameter isLast: Whether no further request follows: the process must then end, well.
    /// - Throws: What went wrong; the process is to be stopped then.
    mutating func ask(
        _ line: String, within seconds: Int, isLast: Bool, cancellation: Cancellation
    ) throws(ProgramFault) -> [UInt8] {
        var talk = ProgramTalk(request: line)
        let deadline = ContinuousClock.now + .seconds(seconds)
        while !talk.isOutputOver {
            if !isLast, talk.hasLine { break }
            if isLast, talk.hasLine, hasEnded { break }
            guard !cancellation.isAsked else { throw .stopped }
            guard ContinuousClock.now < deadline else { throw .tooSlow(seconds: seconds) }
            wait(for: talk)
            try checkProcesses()
            try exchange(&talk, isLast: isLast)
        }
        if talk.isOutputOver {
            while !hasEnded {
                guard !cancellation.isAsked else { throw .stopped }
                guard ContinuousClock.now < deadline else { throw .tooSlow(seconds: seconds) }
                usleep(1_000)
            }
        }
        if let fault = failure { throw fault }
        guard let reply = try talk.reply() else { throw .ended(status: 0) }
        return reply
    }

    /// Counts its processes now and then, so that counting takes a small share of the time.
    private mutating func checkProcesses() throws(ProgramFault) {
        let start = ContinuousClock.now
        guard start >= nextCount else { return }
        let count = place.processCount
        nextCount = start + max(.milliseconds(100), (ContinuousClock.now - start) * 20)
        guard count <= ProgramPlace.mostProcesses else {
            throw .tooManyProcesses(limit: ProgramPlace.mostProcesses)
        }
    }

    /// Waits for a short while until something can be read or written.
    private func wait(for talk: ProgramTalk) {
        var ends = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: talk.isNoiseOver ? -1 : noise, events: Int16(POLLIN), revents: 0),
            pollfd(fd: talk.isSent ? -1 : input ?? -1, events: Int16(POLLOUT), revents: 0),
        ]
        _ = poll(&ends, nfds_t(ends.count), talk.hasLine ? 2 : 100)
    }

    private mutating func exchange(
        _ talk: inout ProgramTalk, isLast: Bool
    ) throws(ProgramFault) {
        if !talk.isSent { send(&talk) }
        if isLast, talk.isSent { closeInput() }
        if let bytes = Self.read(output) { try talk.hear(bytes) }
        if !talk.isNoiseOver, let bytes = Self.read(noise) { try talk.hearNoise(bytes) }
    }

    private func send(_ talk: inout ProgramTalk) {
        guard let input else { return }
        let unsent = Array(talk.unsent)
        let count = BrokenPipe.unheard { write(input, unsent, unsent.count) }
        if count >= 0 {
            talk.sent(count)
        } else if errno != EAGAIN, errno != EINTR {
            talk.isNotReadTo()
        }
    }

    /// What can be read now: nothing where there is none yet, no bytes at the end.
    private static func read(_ end: Int32) -> [UInt8]? {
        var isWaiting = false
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            let found = Foundation.read(end, buffer.baseAddress, buffer.count)
            isWaiting = found < 0 && (errno == EAGAIN || errno == EINTR)
            count = max(0, found)
        }
        return isWaiting ? nil : bytes
    }

    private mutating func closeInput() {
        if let input { close(input) }
        input = nil
    }

    /// Whether the process has ended by now.
    private var hasEnded: Bool {
        mutating get {
            guard ending == nil else { return true }
            var status: Int32 = 0
            guard waitpid(process, &status, WNOHANG) != 0 else { return false }
            ending = status
            return true
        }
    }

    /// Why its ending is a failure; nothing while it runs, or where it ended well.
    private var failure: ProgramFault? {
        guard let ending else { return nil }
        let signal = ending & 0x7F
        if signal != 0 { return .killed(signal: signal) }
        switch (ending >> 8) & 0xFF {
        case 0: return nil
        case 126, 127:
            return .cannotStart(reason: "it is no program that this system can run")
        // A shell, and bubblewrap, tell so of a signal that ended what they ran.
        case let status where status > 128: return .killed(signal: status - 128)
        case let status: return .ended(status: status)
        }
    }

    /// Ends it with all that it started, and removes its folder.
    mutating func stop() {
        closeInput()
        // The group outlives its leader, and may hold what it left behind.
        kill(-process, SIGKILL)
        for _ in 0..<5_000 where !hasEnded { usleep(1_000) }
        close(output)
        close(noise)
        place.clear()
    }
}

/// Writing to somebody who reads no more: an error, and not the end of the whole program.
private enum BrokenPipe {
    static func unheard(_ body: () -> Int) -> Int {
        var pipe = sigset_t()
        var before = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        let count = body()
        let error = errno
        if count < 0, error == EPIPE {
            var now = timespec(tv_sec: 0, tv_nsec: 0)
            _ = sigtimedwait(&pipe, nil, &now)
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        errno = error
        return count
    }
}
