/// Text for pages.
public enum HTMLText {
    /// A text that can stand in an element or in a quoted attribute, and shows as it was written:
    /// markup is escaped, and control and bidirectional characters are shown.
    ///
    /// - Complexity: O(*n*).
    public static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\r": break
            default:
                if scalar.isInvisible {
                    result += scalar.codePointName
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
