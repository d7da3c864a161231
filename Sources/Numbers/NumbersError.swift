/// What can go wrong in exact arithmetic: told to the caller, never a trap.
public enum NumbersError: Error, Sendable, Hashable {
    /// A value left the range that 128-bit numerators and denominators can hold.
    case overflow

    /// A division by zero.
    case divisionByZero

    /// A text that is not a number.
    case notANumber(String)

    /// A number with more than 6 decimals or more than 12 digits.
    case tooPrecise(String)
}
