/// How reliable a score is, and would be with other panels.
///
/// From the variances of submissions, judges and errors, for a panel of *k* judges: between
/// submissions of the same panel σ²ₛ ÷ (σ²ₛ + σ²ₑ ÷ *k*), the coefficient of generalisability;
/// between submissions of different panels, whose judges' severities do not cancel, σ²ₛ ÷ (σ²ₛ +
/// (σ²ⱼ + σ²ₑ) ÷ *k*), the coefficient of dependability (Brennan, R. L. (2001), Generalizability
/// Theory, Springer, doi:10.1007/978-1-4757-3456-0). The variances may come from marks with gaps.
public struct Generalisability: Sendable, Hashable {
    /// The variance of submissions' qualities, in squared points.
    public let submissions: Double
    /// The variance of judges' severities.
    public let judges: Double
    /// The variance of chance.
    public let error: Double

    /// From variances that are not below 0.
    public init(submissions: Double, judges: Double, error: Double) {
        self.submissions = submissions
        self.judges = judges
        self.error = error
    }

    /// From a fitted model.
    public init(_ model: MixedModel) {
        self.init(
            submissions: model.variances.submissions, judges: model.variances.judges,
            error: model.variances.error)
    }

    /// The reliability of the mean of a panel; 0 where submissions do not differ.
    ///
    /// - Parameter sharesJudges: Whether submissions are compared that the same judges marked, or
    ///   whose scores are free of severity.
    public func reliability(panel: Int, sharesJudges: Bool) -> Double {
        guard submissions > 0, panel > 0 else { return 0 }
        let noise = (sharesJudges ? 0 : judges) + error
        return submissions / (submissions + noise / Double(panel))
    }

    /// The smallest panel whose mean is so reliable; none where no panel is.
    public func panel(for reliability: Double, sharesJudges: Bool) -> Int? {
        guard submissions > 0, reliability < 1 else { return nil }
        let noise = (sharesJudges ? 0 : judges) + error
        let panel = reliability / (1 - reliability) * noise / submissions
        guard panel < 1e9 else { return nil }
        // Rounding must not ask for a judge more than an exact quotient does.
        return max(1, Int((panel - 1e-9).rounded(.up)))
    }
}
