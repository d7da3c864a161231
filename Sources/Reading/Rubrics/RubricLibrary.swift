import Contests
import Formats

/// The rubrics that a contest file refers to, each read once.
struct RubricLibrary {
    let contestFile: String
    let contestFolder: String
    let shippedFolder: String?
    private(set) var faults = FaultList()
    private var read: [String: Rubric?] = [:]

    init(contestFile: String, contestFolder: String, shippedFolder: String?) {
        self.contestFile = contestFile
        self.contestFolder = contestFolder
        self.shippedFolder = shippedFolder
    }

    /// The rubric of a reference; nothing where it is not there or has errors, which are told once.
    mutating func rubric(_ reference: String, namedBy element: XMLTree) -> Rubric? {
        guard !reference.isEmpty else { return nil }
        if let known = read[reference] { return known }
        var found: Rubric?
        switch RubricReference.resolve(
            reference, contestFolder: contestFolder, shippedFolder: shippedFolder)
        {
        case .success(let place):
            let file =
                place.isShipped ? reference : FilePath.beside(contestFile, reference)
            if Files.exists(place.path) {
                let reading = RubricFile.read(path: place.path, file: file)
                faults.append(contentsOf: reading.faults)
                found = reading.rubric
            } else {
                faults.append(missing(reference, element))
            }
        case .failure(let problem):
            faults.append(
                element.fault(
                    in: contestFile, problem.problem, rule: problem.rule, remedy: problem.remedy))
        }
        read[reference] = .some(found)
        return found
    }

    private func missing(_ reference: String, _ element: XMLTree) -> Fault {
        element.fault(
            in: contestFile,
            Phrase(
                "there is no rubric \(reference.quoted) beside the contest file",
                "竞赛文件旁没有评审标准 \(reference.quoted)"),
            rule: Phrase(
                "a rubric is a path from the contest's folder, or banyan:NAME",
                "评审标准写成竞赛文件夹下的路径，或 banyan:NAME"),
            remedy: Phrase("Correct the path, or put the file there", "请改正路径，或把文件放到该处"))
    }
}
