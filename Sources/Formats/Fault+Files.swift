import Foundation
import Glibc

extension Fault {
    /// What the operating system refused, as a person can act on it.
    static func system(_ code: Int32, file: String, isWriting: Bool = false) -> Fault {
        let (problem, remedy) = isWriting ? writing(code) : reading(code)
        return Fault(file: file, problem: problem, remedy: remedy)
    }

    private static func reading(_ code: Int32) -> (Phrase, Phrase) {
        switch code {
        case ENOENT, ENOTDIR:
            (
                Phrase("there is no such file or folder", "没有这个文件或文件夹"),
                Phrase(
                    "Check the spelling of the path, and that it is given from the right folder",
                    "请检查路径是否写对，以及是否从正确的文件夹算起")
            )
        case EACCES, EPERM:
            (
                Phrase("it may not be read", "没有读取权限"),
                Phrase("Give yourself permission to read it", "请为自己加上读取权限")
            )
        case EISDIR:
            (
                Phrase("it is a folder, where a file is wanted", "这是文件夹，而这里需要文件"),
                Phrase("Name a file inside it", "请指明其中的一个文件")
            )
        default: (other(code), Phrase("Put that right, then try again", "请排除该问题后重试"))
        }
    }

    private static func writing(_ code: Int32) -> (Phrase, Phrase) {
        switch code {
        case ENOENT, ENOTDIR:
            (
                Phrase("the folder to write it in is not there", "要写入的文件夹不存在"),
                Phrase("Make the folder first, or name another", "请先建立该文件夹，或改用其他文件夹")
            )
        case EACCES, EPERM, EROFS:
            (
                Phrase("it may not be written", "没有写入权限"),
                Phrase(
                    "Give yourself permission to write there, or name another folder",
                    "请为自己加上写入权限，或改用其他文件夹")
            )
        case EISDIR, EEXIST, ENOTEMPTY:
            (
                Phrase("something of that name stands in the way", "同名的文件或文件夹已经存在"),
                Phrase("Move it away, or choose another name", "请将其移走，或换一个名称")
            )
        case ENOSPC, EDQUOT:
            (
                Phrase("the disk is full", "磁盘已满"),
                Phrase("Make room, then try again", "请腾出空间后重试")
            )
        default: (other(code), Phrase("Put that right, then try again", "请排除该问题后重试"))
        }
    }

    private static func other(_ code: Int32) -> Phrase {
        let message = String(cString: strerror(code))
        return Phrase("the system refused: \(message)", "系统拒绝了该操作：\(message)")
    }

    /// - Parameter count: The size, where it is known.
    static func tooManyBytes(_ count: Int?, limit: Int, file: String) -> Fault {
        let size = count.map { "\($0)" }
        return Fault(
            file: file,
            problem: Phrase(
                size.map { "the file has \($0) bytes" } ?? "the file is too large",
                size.map { "文件有 \($0) 字节" } ?? "文件过大"),
            rule: Phrase(
                "a file of this kind may have \(limit) bytes", "这类文件最多 \(limit) 字节"),
            remedy: Phrase("Split it into smaller files", "请拆分成较小的文件"))
    }

    static func outOfMemory(file: String) -> Fault {
        Fault(
            file: file, problem: Phrase("memory ran out while reading it", "读取时内存不足"),
            remedy: Phrase("Close other programs, then try again", "请关闭其他程序后重试"))
    }
}
