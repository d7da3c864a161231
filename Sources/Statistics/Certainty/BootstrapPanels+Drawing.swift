extension BootstrapPanels {
    /// Ranks draws of marks by counting how often each sum occurs.
    ///
    /// - Parameter ranks: Where to write, submission by submission, the run's draws side by side.
    func count(
        _ run: Range<Int>, _ keyCount: Int, _ question: RankBootstrap.Question,
        into ranks: UnsafeMutableBufferPointer<UInt16>
    ) {
        var often = [Int32](repeating: 0, count: keyCount)
        var sums = [Int32](repeating: 0, count: count)
        often.withUnsafeMutableBufferPointer { often in
            sums.withUnsafeMutableBufferPointer { sums in
                for draw in run {
                    often.update(repeating: 0)
                    sumMarks(draw, question, into: sums, often)
                    var before: Int32 = 0
                    for key in stride(from: keyCount - 1, through: 0, by: -1) {
                        (often[key], before) = (before, before &+ often[key])
                    }
                    var place = draw - run.lowerBound
                    for submission in 0..<count {
                        let key = Int(sums[submission])
                        ranks[place] = UInt16(truncatingIfNeeded: often[key])
                        often[key] &+= 1
                        place &+= run.count
                    }
                }
            }
        }
    }

    /// Sums drawn marks of each submission, and counts the sums.
    @inline(__always)
    private func sumMarks(
        _ draw: Int, _ question: RankBootstrap.Question,
        into sums: UnsafeMutableBufferPointer<Int32>, _ often: UnsafeMutableBufferPointer<Int32>
    ) {
        let spared = question.sparesOne ? 1 : 0
        smallValues.withUnsafeBufferPointer { values in
            starts.withUnsafeBufferPointer { starts in
                factors.withUnsafeBufferPointer { factors in
                    for submission in 0..<sums.count {
                        let (start, end) = (starts[submission], starts[submission &+ 1])
                        var stream = CounterStream(
                            seed: question.seed, after: draw &* values.count &+ start)
                        let size = UInt64(truncatingIfNeeded: end &- start)
                        var sum: Int32 = 0
                        for _ in 0..<(end &- start &- spared) {
                            sum &+= Int32(values[start &+ stream.choice(below: size)])
                        }
                        sum &*= factors[submission]
                        sums[submission] = sum
                        often[Int(sum)] &+= 1
                    }
                }
            }
        }
    }

    /// Ranks draws by sorting their means.
    func sort(
        _ run: Range<Int>, into ranks: UnsafeMutableBufferPointer<UInt16>,
        drawing means: (_ draw: Int, inout [Double]) -> Void
    ) {
        var drawn = [Double](repeating: 0, count: count)
        for draw in run {
            means(draw, &drawn)
            let order = drawn.withUnsafeBufferPointer { drawn in
                drawn.indices.sorted { one, other in
                    drawn[one] == drawn[other] ? one < other : drawn[one] > drawn[other]
                }
            }
            for (rank, submission) in order.enumerated() {
                ranks[submission * run.count + draw - run.lowerBound] = UInt16(rank)
            }
        }
    }

    /// The means of marks that are drawn from each submission's own.
    ///
    /// Sums and sizes are whole, so that equal means come out as equal numbers.
    func drawMarks(
        _ draw: Int, _ question: RankBootstrap.Question, into means: inout [Double]
    ) {
        let spared = question.sparesOne ? 1 : 0
        for submission in 0..<count {
            let (start, end) = (starts[submission], starts[submission + 1])
            var stream = CounterStream(seed: question.seed, after: draw * values.count + start)
            var sum = 0
            for _ in 0..<(end - start - spared) {
                sum += Int(values[start + stream.choice(below: UInt64(end - start))])
            }
            means[submission] = Double(sum) / Double(end - start - spared)
        }
    }

    /// The means of the marks of judges who are drawn with all that they marked.
    func drawJudges(
        _ draw: Int, _ question: RankBootstrap.Question, into means: inout [Double]
    ) {
        var often = [Int](repeating: 0, count: judgeCount)
        var stream = CounterStream(seed: question.seed, after: draw * judgeCount)
        for _ in 0..<(question.sparesOne ? judgeCount - 1 : judgeCount) {
            often[stream.choice(below: UInt64(judgeCount))] += 1
        }
        for submission in 0..<count {
            let rows = starts[submission]..<starts[submission + 1]
            var (sum, number) = (0, 0)
            for row in rows {
                let times = often[Int(judges[row])]
                sum += times * Int(values[row])
                number += times
            }
            if number == 0 {
                sum = rows.reduce(0) { $0 + Int(values[$1]) }
                number = rows.count
            }
            means[submission] = Double(sum) / Double(number)
        }
    }
}
