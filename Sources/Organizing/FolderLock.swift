import Contests
import Formats
import Foundation

/// Held by the one process that lets a contest's programs judge, where they cannot share the work.
struct FolderLock {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: ``Refusal`` where another process has it, or the folder cannot be opened.
    init(_ folder: String) throws(Refusal) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Refusal(
                Phrase("the contest's folder cannot be opened", "无法打开竞赛文件夹"),
                remedy: Phrase("Check that you may read it", "请确认您有读取权限"),
                status: .storageFailed)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Refusal(
                Phrase(
                    "another banyan judge is at work in this folder",
                    "另一个 banyan judge 正在此文件夹中运行"),
                remedy: Phrase(
                    "Wait until it has finished; for several at once, keep the ledger on a server",
                    "请等它完成；如需多台机器同时评审，请把账本放在服务器上"),
                status: .storageFailed)
        }
    }

    /// Gives it back; the end of the process does so too.
    func release() { close(descriptor) }
}
