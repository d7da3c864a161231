import Foundation

/// How sketches are cut into bands so that texts alike enough agree in a whole band.
///
/// Only texts that agree in all bytes of some band are looked at further: comparing every two would
/// take a million times a million steps.
struct BandPlan {
    /// Bytes of a band: as many as leave a pair at the limit the chance of 1 in 1,000 at most to
    /// agree in no band.
    let width: Int
    /// How many bands there are.
    let count: Int
    /// Two sketches that agree in fewer bytes are of texts less alike than the limit, but for four
    /// standard deviations of chance.
    let fewestAgreed: Int

    /// The bands for a limit.
    ///
    /// - Parameter limit: The least share of runs that both texts have; above 0.
    init(limit: Double) {
        let chance = limit + (1 - limit) / 256
        func missed(_ width: Int) -> Double {
            pow(1 - pow(chance, Double(width)), Double(MinHash.size / width))
        }
        width = (1...8).last { missed($0) <= 0.001 } ?? 1
        count = MinHash.size / width
        let size = Double(MinHash.size)
        fewestAgreed = Int(size * chance - 4 * (size * chance * (1 - chance)).squareRoot())
    }
}
