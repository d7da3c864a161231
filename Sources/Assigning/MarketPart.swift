/// Submissions and judges of an assignment who share none with the rest of it.
struct MarketPart: Sendable {
    /// Positions in the problem, in ascending order.
    var submissions: [Int32]
    var judges: [Int32]
    /// For each judge of the problem, their number in the part that they are in.
    var numbers: [Int32]

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
            row.withUnsafeBufferPointer { row in
                guard let head = row.first else { return }
                for candidate in row { groups.join(head.judge, candidate.judge) }
            }
        }
        return split(problem, &groups)
    }

    private static func split(
        _ problem: AssignmentProblem, _ groups: inout JudgeGroups
    ) -> [MarketPart] {
        var partOf = [Int32](repeating: -1, count: problem.judges.count)
        var numbers = partOf
        var judges: [[Int32]] = []
        for judge in problem.judges.indices {
            let head = Int(groups.head(of: Int32(judge)))
            if partOf[head] < 0 {
                partOf[head] = Int32(judges.count)
                judges.append([])
            }
            let part = Int(partOf[head])
            numbers[judge] = Int32(judges[part].count)
            judges[part].append(Int32(judge))
        }
        // Submissions without candidates go to a part of their own, without judges.
        var submissions = [[Int32]](repeating: [], count: judges.count + 1)
        for (position, row) in problem.candidates.enumerated() {
            let part = row.first.map { Int(partOf[Int(groups.head(of: $0.judge))]) }
            submissions[part ?? judges.count].append(Int32(position))
        }
        judges.append([])
        return zip(submissions, judges).map {
            MarketPart(submissions: $0, judges: $1, numbers: numbers)
        }.sorted {
            ($1.submissions.count, $0.judges.first ?? -1)
                < ($0.submissions.count, $1.judges.first ?? -1)
        }
    }
}

/// Judges in groups that are joined step by step.
private struct JudgeGroups {
    private(set) var count: Int
    private var above: [Int32]

    init(_ judges: Int) {
        count = judges
        above = (0..<judges).map { Int32($0) }
    }

    mutating func head(of judge: Int32) -> Int32 {
        above.withUnsafeMutableBufferPointer { above in
            var judge = judge
            while above[Int(judge)] != judge {
                above[Int(judge)] = above[Int(above[Int(judge)])]
                judge = above[Int(judge)]
            }
            return judge
        }
    }

    mutating func join(_ one: Int32, _ other: Int32) {
        let (one, other) = (head(of: one), head(of: other))
        guard one != other else { return }
        above[Int(max(one, other))] = min(one, other)
        count -= 1
    }
}
