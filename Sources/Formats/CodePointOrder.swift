extension String {
    /// Whether the text stands before another by its code points: the order that is the same on
    /// every machine and in every locale.
    ///
    /// The order of UTF-8 bytes is the order of code points.
    public func precedesByCodePoint(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}
