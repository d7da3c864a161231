import Glibc

/// How many parts the end of a ZIP archive states, looked at before anything is made of them.
enum ZipDirectory {
    /// The most parts that any directory of the archive states.
    ///
    /// - Complexity: O(1); the last 64 KiB are read.
    static func statedParts(_ descriptor: Int32, bytes: Int) -> Int {
        let start = max(0, bytes - tailBytes)
        let tail = read(descriptor, at: start, count: bytes - start)
        var most = 0
        for place in tail.indices.dropLast(19)
        where tail[place] == 0x50 && tail[place + 1] == 0x4B {
            switch (tail[place + 2], tail[place + 3]) {
            case (5, 6): most = max(most, number(tail, at: place + 10, bytes: 2))
            case (6, 7):
                let record = number(tail, at: place + 8, bytes: 8)
                guard record >= 0, record < bytes else { continue }
                let large = read(descriptor, at: record, count: 56)
                if large.count == 56 { most = max(most, number(large, at: 32, bytes: 8)) }
            default: continue
            }
        }
        return most
    }

    private static let tailBytes = 1 << 16 + 64

    /// A number, its lowest byte first; the largest there is where it does not fit.
    private static func number(_ bytes: [UInt8], at place: Int, bytes count: Int) -> Int {
        var number: UInt64 = 0
        for byte in bytes[place..<(place + count)].reversed() {
            number = number << 8 | UInt64(byte)
        }
        return Int(clamping: number)
    }

    private static func read(_ descriptor: Int32, at place: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            done = max(0, pread(descriptor, buffer.baseAddress, count, place))
        }
    }
}
