import Contests

extension AssignmentProblem {
    /// Why wants of a solution could not be met: for each, the submissions and judges that collide.
    func shortfalls(of solution: AssignmentSolution, seed: UInt64) -> [AssignmentShortfall] {
        []
    }
}
