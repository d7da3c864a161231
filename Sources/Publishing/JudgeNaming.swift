import Contests
import Formats

/// How an explanation calls the judges of a submission: by name for the office, by number in
/// ascending order of identifier for the public.
struct JudgeNaming {
    private let words: [JudgeID: Phrase]

    init(_ judges: some Sequence<JudgeID>, record: ContestRecord, audience: Audience) {
        words = Set(judges).sorted().enumerated().reduce(into: [:]) { words, pair in
            let (index, id) = pair
            let name = record.judges[id]?.name ?? ""
            var word =
                switch audience {
                case .public: Phrase("judge \(index + 1)", "评委 \(index + 1)")
                case .office:
                    name.isEmpty
                        ? Phrase("judge \(id)", "评委 \(id)")
                        : Phrase("judge \(id) \(name)", "评委 \(id) \(name)")
                }
            if record.judges[id]?.isProgram == true {
                word = Phrase("\(word.english) (a program)", "\(word.chinese)（程序）")
            }
            words[id] = word
        }
    }

    /// A judge of the submission; any other is "a judge".
    subscript(id: JudgeID) -> Phrase { words[id] ?? Phrase("a judge", "某评委") }
}
