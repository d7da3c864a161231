import Formats
import Glibc

extension Files {
    /// The size of a file in bytes.
    ///
    /// - Throws: A fault where it cannot be looked at.
    static func size(_ path: String) throws(Fault) -> Int64 {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Fault(
                file: path, problem: Phrase("it cannot be looked at", "无法查看该文件"),
                remedy: Phrase("Check that it is there and may be read", "请检查文件是否存在、是否可读"))
        }
        return Int64(status.st_size)
    }
}
