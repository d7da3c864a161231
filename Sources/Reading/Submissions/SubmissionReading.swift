import Computing
import Contests
import Dispatch
import Formats

/// Turns files into submissions, each on its own; what concerns several is not looked at here.
struct SubmissionDecoder: Sendable {
    let context: SubmissionContext
    let width: Int
}

extension SubmissionDecoder {
    /// Decodes a source, some submissions at a time, each with the place of its file among the
    /// source's.
    fileprivate func read<Failure: Error>(
        _ source: SubmissionSource, _ take: ([DecodedChunk], Int) throws(Failure) -> Void
    ) throws(Failure) -> FaultList {
        switch source {
        case .xml(let path):
            try readXML(path) { chunks throws(Failure) in try take(chunks, 0) }
        case .csv(let path):
            try readCSV(path) { chunks throws(Failure) in try take(chunks, 0) }
        case .jsonLines(let path):
            try readJSONLines(path) { chunks throws(Failure) in try take(chunks, 0) }
        case .folders(let paths):
            try readFolders(paths) { chunk, position throws(Failure) in
                try take([chunk], position)
            }
        }
    }
}

/// Decoded submissions of a file, by its place among those that are read.
private struct FileChunks: Sendable {
    var chunks: [DecodedChunk]
    var file: Int
}

/// Nobody wants more of what is decoded.
private struct Unwanted: Error {}

/// The state of one reading of submissions: what has been seen, and what was wrong.
struct SubmissionReading {
    private let decoder: SubmissionDecoder
    var faults = FaultList()
    private var count = 0
    private var files: [SubmissionSummary.File] = []
    private var seen: [SubmissionID: Place] = [:]

    /// The sheets of workbooks that submissions stand in.
    private var sheets: [String] = []

    /// Where a submission stands; `sheet` is −1 where the file is no workbook.
    private struct Place {
        var file: Int32
        var line: Int32
        var sheet: Int32
    }

    init(contest: Contest, contestFolder: String, mapping: String?, width: Int) {
        decoder = SubmissionDecoder(
            context: SubmissionContext(contest, folder: contestFolder, mapping: mapping),
            width: width)
    }

    var summary: SubmissionSummary {
        SubmissionSummary(faults: faults, count: count, files: files)
    }

    /// Reads one source, which is decoded on a thread of its own, a little ahead of the caller.
    mutating func read<Failure: Error>(
        _ source: SubmissionSource, _ batch: ([Submission]) throws(Failure) -> Void
    ) throws(Failure) {
        let first = files.count
        files += source.files.map { SubmissionSummary.File(file: $0, sha256: "") }
        let line = BatchLine<FileChunks, FaultList>(capacity: 1)
        let decoder = decoder
        DispatchQueue(label: "banyan.reading.submissions").async {
            var faults = FaultList()
            do throws(Unwanted) {
                faults = try decoder.read(source) { chunks, position throws(Unwanted) in
                    let decoded = FileChunks(chunks: chunks, file: first + position)
                    guard line.put(decoded) else { throw Unwanted() }
                }
            } catch {}
            line.finish(faults)
        }
        do throws(Failure) {
            while let decoded = line.next() {
                try take(decoded.chunks, file: decoded.file, batch)
            }
        } catch {
            line.cancel()
            _ = line.summary()  // the decoder is done with the files when this returns
            throw error
        }
        faults.append(contentsOf: line.summary())
    }

    /// Adds the digests of files that were read; one that cannot be read has been told.
    mutating func addHashes(of sources: [SubmissionSource]) {
        let paths = sources.flatMap(\.files)
        let start = files.count - paths.count
        let hashes = paths.concurrentMap(width: decoder.width) { path in
            (try? SHA256Digest(ofFile: path))?.hex ?? ""
        }
        for (offset, hash) in hashes.enumerated() { files[start + offset].sha256 = hash }
    }

    /// Keeps the faults of some submissions and hands on those that are good and new.
    private mutating func take<Failure: Error>(
        _ chunks: [DecodedChunk], file: Int, _ batch: ([Submission]) throws(Failure) -> Void
    ) throws(Failure) {
        for chunk in chunks {
            faults.append(contentsOf: chunk.faults)
            let repeated = positionsSeenBefore(in: chunk, file: file)
            var good = chunk.submissions
            if !repeated.isEmpty {
                good = good.enumerated().filter { !repeated.contains($0.offset) }.map(\.element)
            }
            count += good.count
            if !good.isEmpty { try batch(good) }
        }
    }

    /// Remembers the ids of a chunk, and tells those that were there already.
    private mutating func positionsSeenBefore(in chunk: DecodedChunk, file: Int) -> Set<Int> {
        var repeated = Set<Int>()
        for (position, submission) in chunk.submissions.enumerated() {
            let sheet = chunk.places.indices.contains(position) ? chunk.places[position].sheet : nil
            let place = Place(
                file: Int32(file), line: Int32(clamping: chunk.lines[position]),
                sheet: number(of: sheet))
            guard let earlier = seen.updateValue(place, forKey: submission.id) else { continue }
            seen[submission.id] = earlier
            repeated.insert(position)
            var fault = duplicate(submission.id, place, earlier)
            if chunk.places.indices.contains(position) { fault.place = chunk.places[position] }
            faults.append(fault)
        }
        return repeated
    }

    private mutating func number(of sheet: String?) -> Int32 {
        guard let sheet else { return -1 }
        if let last = sheets.lastIndex(of: sheet) { return Int32(last) }
        sheets.append(sheet)
        return Int32(sheets.count - 1)
    }

    private func duplicate(_ id: SubmissionID, _ place: Place, _ earlier: Place) -> Fault {
        let other = files[Int(earlier.file)].file
        let sheet = earlier.sheet < 0 ? nil : sheets[Int(earlier.sheet)]
        let row = RowName(line: Int(earlier.line), sheet: sheet).phrase
        return Fault(
            file: files[Int(place.file)].file, line: Int(place.line),
            problem: Phrase(
                "the submission \(id.text.quoted) again", "作品 \(id.text.quoted) 重复"),
            rule: earlier.file == place.file
                ? Phrase(
                    "\(row.english) has the same id, and is kept",
                    "\(row.chinese)已有该编号，保留该行")
                : Phrase(
                    "\(row.english) of \(other.shown) has the same id, and is kept",
                    "\(other.shown) \(row.chinese)已有该编号，保留该行"),
            remedy: Phrase(
                "Give one of them another id, or take it out", "请为其中一个另取编号，或删去"))
    }
}
