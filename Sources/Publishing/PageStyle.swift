/// The style of all pages.
enum PageStyle {
    static let common = ""

    static let resultSheet = ""
}
