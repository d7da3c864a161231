/// Submissions and judges of an assignment who share none with the rest of it.
struct MarketPart: Sendable {
    /// Positions in the problem, in ascending order.
    var submissions: [Int32] = []
    var judges: [Int32] = []
    /// For each judge of the problem, their number in the part that they are in.
    var numbers: [Int32] = []

    @inline(__always)
    func number(of judge: Int32) -> Int32 { numbers[Int(judge)] }
}

extension MarketPart {
    /// All parts of a problem, those with the most submissions first.
    ///
    /// - Complexity: O(*n*) for *n* allowed pairs, practically.
    static func parts(of problem: AssignmentProblem) -> [MarketPart] {
        var groups = JudgeGroups(problem.judges.count)
        for row in problem.candidates {
            guard groups.count > 1 else { break }
            row.withUnsafeBufferPointer { groups.join($0) }
        }
        return split(problem, &groups)
    }

    private static func split(
        _ problem: AssignmentProblem, _ groups: inout JudgeGroups
    ) -> [MarketPart] {
        // Whoever has no counterpart is in the first part, which has no pairs.
        var parts = [MarketPart()]
        var partOf = [Int](repeating: 0, count: problem.judges.count)
        for (position, row) in problem.candidates.enumerated() {
            var part = 0
            if let candidate = row.first {
                let head = Int(groups.head(of: candidate.judge))
                if partOf[head] == 0 {
                    partOf[head] = parts.count
                    parts.append(MarketPart())
                }
                part = partOf[head]
            }
            parts[part].submissions.append(Int32(position))
        }
        var numbers = [Int32](repeating: 0, count: problem.judges.count)
        for judge in problem.judges.indices {
            let part = partOf[Int(groups.head(of: Int32(judge)))]
            numbers[judge] = Int32(parts[part].judges.count)
            parts[part].judges.append(Int32(judge))
        }
        for part in parts.indices { parts[part].numbers = numbers }
        return parts.sorted {
            ($1.submissions.count, $0.judges.first ?? -1)
                < ($0.submissions.count, $1.judges.first ?? -1)
        }
    }
}

/// Judges in groups that are joined step by step.
private struct JudgeGroups {
    private(set) var count: Int
    /// Above each judge another of the group, with a lower number; the head is above itself.
    private var above: [Int32]

    init(_ judges: Int) {
        count = judges
        above = (0..<judges).map { Int32($0) }
    }

    mutating func head(of judge: Int32) -> Int32 {
        above.withUnsafeMutableBufferPointer { Self.head(of: judge, $0) }
    }

    /// The head of a judge's group; those passed on the way end up nearer to it.
    @inline(__always)
    private static func head(
        of judge: Int32, _ above: UnsafeMutableBufferPointer<Int32>
    ) -> Int32 {
        var judge = judge
        while above[Int(judge)] != judge {
            above[Int(judge)] = above[Int(above[Int(judge)])]
            judge = above[Int(judge)]
        }
        return judge
    }

    /// Joins the groups of a submission's candidates.
    mutating func join(_ row: UnsafeBufferPointer<AssignmentProblem.Candidate>) {
        guard let first = row.first else { return }
        above.withUnsafeMutableBufferPointer { above in
            var joined = Self.head(of: first.judge, above)
            for candidate in row where above[Int(candidate.judge)] != joined {
                let other = Self.head(of: candidate.judge, above)
                guard other != joined else { continue }
                let least = min(joined, other)
                above[Int(max(joined, other))] = least
                joined = least
                count -= 1
            }
        }
    }
}
