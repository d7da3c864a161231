extension AssignmentMarket {
    /// Lists a submission's candidates, or the best of them at the prices as they are.
    ///
    /// Those that it holds stay, at the front.
    func fillList(of submission: Int) {
        let position = Int(part.submissions[submission])
        terms.problem.candidates[position].withUnsafeBufferPointer { row in
            if terms.isSpecial(position) {
                listSpecial(row, position, submission)
            } else if row.count <= Int(bidders[submission].room) {
                listAll(row, position, submission)
            } else {
                listBest(row, position, submission)
            }
        }
    }

    /// The whole row, begun at a place that the seed chooses: of equals the first is taken.
    private func listAll(
        _ row: UnsafeBufferPointer<AssignmentProblem.Candidate>, _ position: Int, _ submission: Int
    ) {
        let turn = terms.turn(of: position, count: row.count)
        var place = bidders[submission].start
        for index in 0..<row.count {
            let from = index &+ turn
            let candidate = row[from < row.count ? from : from &- row.count]
            list[place] = words.word(part.number(of: candidate.judge), worth: candidate.affinity)
            place &+= 1
        }
        bidders[submission].listed = Int32(row.count)
    }

    /// A row in which some pairs are kept or decided.
    private func listSpecial(
        _ row: UnsafeBufferPointer<AssignmentProblem.Candidate>, _ position: Int, _ submission: Int
    ) {
        var place = bidders[submission].start
        for candidate in row {
            let pair = AssignmentProblem.Pair(
                submission: position, judge: Int(candidate.judge))
            guard !terms.decided.contains(pair) else { continue }
            let worth = candidate.affinity + (terms.kept.contains(pair) ? terms.keptWorth : 0)
            list[place] = words.word(part.number(of: candidate.judge), worth: worth)
            place += 1
        }
        bidders[submission].listed = Int32(place - bidders[submission].start)
    }

    private func listBest(
        _ row: UnsafeBufferPointer<AssignmentProblem.Candidate>, _ position: Int, _ submission: Int
    ) {
        let held = Int(bidders[submission].held)
        let start = bidders[submission].start + held
        choice.begin(Int(bidders[submission].room) - held)
        let turn = terms.turn(of: position, count: row.count)
        for range in [turn..<row.count, 0..<turn] {
            for place in range {
                let judge = part.number(of: row[place].judge)
                let surplus = row[place].affinity &* words.factor &- price[Int(judge)]
                guard choice.wants(surplus) else { continue }
                if isHeld(Int(judge), submission) { continue }
                choice.add(.init(surplus: surplus, place: Int32(place), judge: judge))
            }
        }
        choice.trim()
        for index in 0..<choice.count {
            let entry = choice[index]
            list[start + index] = words.word(
                entry.judge, worth: row[Int(entry.place)].affinity)
        }
        bidders[submission].listed = Int32(held + choice.count)
        bidders[submission].beyond = choice.beyond
    }

    private func isHeld(_ judge: Int, _ submission: Int) -> Bool {
        let start = bidders[submission].start
        for place in start..<start + Int(bidders[submission].held)
        where words.judge(list[place]) == judge {
            return true
        }
        return false
    }
}
