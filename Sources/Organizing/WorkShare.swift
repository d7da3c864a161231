/// How much of the open work a worker takes at a time.
///
/// Half of its even share, so that all finish at about the same time however fast each is (guided
/// self-scheduling: Polychronopoulos and Kuck, IEEE Transactions on Computers C-36, 1987); but not
/// more than keeps it busy for a second or so, so that others who come later find work.
struct WorkShare {
    /// Pieces for each place to work at, at most.
    private var most = 16

    /// How many pieces to take of so many that are open.
    func size(of open: Int, workers: Int, atOnce: Int) -> Int {
        guard open > 0 else { return 0 }
        return min(max(open / (2 * max(1, workers)), atOnce), most * atOnce)
    }

    /// Takes more where it took next to no time.
    mutating func adapt(toSeconds seconds: Double) {
        if seconds < 1, most < 512 { most *= 2 }
    }
}
