/// A name of elements or attributes, as a number within one reading of one file.
///
/// Look it up once a batch, and compare numbers from then on.
public struct XMLName: Sendable, Hashable {
    let index: UInt32
}

/// The names that a file has used so far.
///
/// Only added to, so that a number keeps its meaning from batch to batch.
final class XMLNames: Sendable {
    let names: [String]
    let indices: [String: UInt32]

    init(names: [String], indices: [String: UInt32]) {
        self.names = names
        self.indices = indices
    }
}
