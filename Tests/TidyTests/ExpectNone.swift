import Testing

/// Fails with one line for each offence.
func expectNone(_ offences: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    guard !offences.isEmpty else { return }
    Issue.record(
        "\(offences.count):\n\(offences.joined(separator: "\n"))", sourceLocation: sourceLocation)
}
