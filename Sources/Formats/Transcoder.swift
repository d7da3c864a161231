import CXML

/// Turns bytes of one encoding into another, a chunk at a time.
final class Transcoder {
    /// How many bytes of the whole input stand before the one that is no text.
    struct Failure: Error {
        var offset: Int
    }

    private let transcoder: OpaquePointer
    private var rest: [UInt8] = []
    private var consumed = 0

    /// Nothing where the system does not know the encodings.
    init?(from encoding: String, to target: String = "UTF-8") {
        guard let transcoder = cxml_transcoder_create(encoding, target) else { return nil }
        self.transcoder = transcoder
    }

    deinit { cxml_transcoder_free(transcoder) }

    /// Converts a chunk; a character that is cut at its end waits for the next.
    ///
    /// - Complexity: O(*n*).
    func convert(_ chunk: [UInt8], isLast: Bool) -> Result<[UInt8], Failure> {
        let input = rest + chunk
        var (output, taken, isText) = ([UInt8](), 0, true)
        output.reserveCapacity(input.count * 3 / 2)
        while isText, taken < input.count {
            let step = convert(input[taken...])
            output += step.output
            taken += step.taken
            isText = step.status >= 0
            if step.status == 0 { break }
        }
        consumed += taken
        rest = Array(input[taken...])
        guard isText, !isLast || rest.isEmpty else { return .failure(Failure(offset: consumed)) }
        return .success(output)
    }

    private func convert(
        _ input: ArraySlice<UInt8>
    ) -> (output: [UInt8], taken: Int, status: Int32) {
        var (taken, status) = (0, Int32(0))
        let room = 1 << 16
        let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
            input.withUnsafeBufferPointer { input in
                var from = input.baseAddress
                var to = buffer.baseAddress
                var (fromCount, toCount) = (input.count, room)
                status = cxml_transcode(transcoder, &from, &fromCount, &to, &toCount)
                taken = input.count - fromCount
                written = room - toCount
            }
        }
        return (output, taken, status)
    }
}
