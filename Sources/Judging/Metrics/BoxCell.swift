import Statistics

/// Reads boxes, and things with their boxes, from a cell: words with blanks between them.
enum BoxCell {
    /// The box that is all of a cell; nothing where it is none.
    static func box(_ cell: UnsafeBufferPointer<UInt8>) -> Box? {
        let words = words(cell)
        return words.count == 4 ? box(words[...]) : nil
    }

    /// The things in a picture; nothing where the cell does not hold whole ones.
    ///
    /// - Parameters:
    ///   - areSure: Whether no confidence stands between class and box.
    ///   - label: The number of a class.
    static func detections(
        _ cell: UnsafeBufferPointer<UInt8>, picture: Int, areSure: Bool,
        label: (UnsafeBufferPointer<UInt8>) -> Int
    ) -> [Detection]? {
        let words = words(cell)
        let size = areSure ? 5 : 6
        guard words.count % size == 0 else { return nil }
        var detections: [Detection] = []
        for start in stride(from: 0, to: words.count, by: size) {
            let confidence = areSure ? 1 : DecimalNumber.read(words[start + 1])
            guard let confidence, let box = box(words[start + size - 4..<start + size]) else {
                return nil
            }
            detections.append(
                Detection(
                    picture: picture, label: label(words[start]), confidence: confidence, box: box))
        }
        return detections
    }

    private static func box(_ words: ArraySlice<UnsafeBufferPointer<UInt8>>) -> Box? {
        let edges = words.compactMap { DecimalNumber.read($0) }
        guard edges.count == 4 else { return nil }
        return Box(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
    }

    private static func words(
        _ cell: UnsafeBufferPointer<UInt8>
    ) -> [UnsafeBufferPointer<UInt8>] {
        cell.split { $0 <= 0x20 }.map { UnsafeBufferPointer(rebasing: $0) }
    }
}
