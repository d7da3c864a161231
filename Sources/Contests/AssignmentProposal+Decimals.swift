extension AssignmentProposal {
    /// A whole number as the decimal that it stands for.
    ///
    /// - Parameter decimals: How many of its digits are decimals.
    public static func shown(_ value: Int, decimals: Int) -> String {
        guard decimals > 0 else { return String(value) }
        let digits = String(value.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -decimals)
        return (value < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
    }
}
