import Judging

/// The form of the files that judges fill in offline.
public enum SheetFileForm: String, Sendable, Hashable, CaseIterable {
    case csv, xml, xlsx

    var format: SheetFiles.Format {
        switch self {
        case .csv: .csv
        case .xml: .xml
        case .xlsx: .xlsx
        }
    }
}
