import Contests
import Numbers

/// Places counted out to groups of submissions, the best group first.
struct PlaceList: Sendable {
    /// The tied together, in ascending order within each group.
    private var groups: [[Standing]]
    private let numbering: Numbering

    init(_ groups: [[Standing]], numbering: Numbering) {
        self.groups = groups
        self.numbering = numbering
    }

    /// The standings with their places.
    var standings: [Standing] {
        var standings: [Standing] = []
        for (number, group) in groups.enumerated() {
            let first = standings.count + 1
            for (offset, standing) in group.enumerated() {
                var standing = standing
                standing.firstPlace = first
                standing.place = place(first: first, offset: offset, of: group.count, in: number)
                standing.isShared = group.count > 1 && numbering != .ordinal
                standings.append(standing)
            }
        }
        return standings
    }

    private func place(first: Int, offset: Int, of count: Int, in group: Int) -> Ratio {
        switch numbering {
        case .standard: Ratio(whole: first)
        case .dense: Ratio(whole: group + 1)
        case .ordinal: Ratio(whole: first + offset)
        // The mean of first … first + count − 1; two whole numbers of this size cannot overflow.
        case .fractional: (try? Ratio(Int128(2 * first + count - 1), over: 2)) ?? .zero
        }
    }

    /// Puts submissions at the places that the office set, and closes up the others.
    ///
    /// Lower places are set first. Where two are set to one place, the later decision has it and
    /// the earlier one comes next.
    mutating func set(_ overrides: [Override], in stage: StageID) {
        var settings: [SubmissionID: (place: Int, order: Int)] = [:]
        for (order, override) in overrides.enumerated() {
            guard case .place(let place, let target) = override.setting, target == stage else {
                continue
            }
            settings[override.submission] = (place, order)
        }
        guard !settings.isEmpty else { return }
        var moved: [Standing] = []
        for standing in standings where settings[standing.submission] != nil {
            var standing = standing
            standing.computedPlace = standing.place
            moved.append(standing)
        }
        groups = groups.map { $0.filter { settings[$0.submission] == nil } }.filter { !$0.isEmpty }
        moved.sort {
            let one = settings[$0.submission] ?? (0, 0)
            let other = settings[$1.submission] ?? (0, 0)
            return one < other
        }
        for standing in moved {
            insert(standing, at: settings[standing.submission]?.place ?? 1)
        }
    }

    /// Makes a group of one at a place, splitting the group that it falls into.
    private mutating func insert(_ standing: Standing, at place: Int) {
        var ahead = max(place, 1) - 1
        for (number, group) in groups.enumerated() {
            if ahead < group.count {
                let parts = [Array(group.prefix(ahead)), [standing], Array(group.dropFirst(ahead))]
                groups.replaceSubrange(number...number, with: parts.filter { !$0.isEmpty })
                return
            }
            ahead -= group.count
        }
        groups.append([standing])
    }
}
