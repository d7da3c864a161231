public import Formats

extension LedgerError {
    /// The error as a fault of the ledger's file, with what to do about it.
    public var fault: Fault {
        Fault(file: path ?? "", problem: problem, remedy: remedy)
    }

    /// Whether it lies in the disk or the database, rather than in what was to be recorded.
    public var isStorage: Bool {
        if case .nulCharacter = self { false } else { true }
    }

    /// The ledger's file; none where the error is not about a file.
    public var path: String? {
        switch self {
        case .missing(let path), .notALedger(let path), .isFolder(let path), .cannotOpen(let path),
            .newerFormat(let path, _, _), .locked(let path), .readOnly(let path),
            .diskFull(let path), .disk(let path, _), .damaged(let path, _), .sql(let path, _, _),
            .exists(let path), .keyIsOpen(let path), .keyIsUnusable(let path),
            .keyIsMissing(let path), .keyIsAnother(let path), .unreachable(let path, _),
            .inDoubt(let path), .refused(let path, _, _):
            path
        case .nulCharacter: nil
        }
    }

    /// What is wrong.
    public var problem: Phrase {
        switch self {
        case .missing: Phrase("there is no ledger", "没有账本文件")
        case .notALedger: Phrase("this file is not a ledger of Banyan", "这个文件不是榕评的账本")
        case .isFolder: Phrase("this is a folder, not a ledger", "这是文件夹，不是账本")
        case .cannotOpen: Phrase("the ledger cannot be opened", "无法打开账本")
        case .newerFormat(_, let found, let known):
            Phrase(
                "the ledger has format \(found), made by a newer Banyan; this one knows formats "
                    + "up to \(known)",
                "账本的格式版本是 \(found)，由更新的榕评生成；当前版本最高只认识 \(known)")
        case .locked:
            Phrase("another program keeps the ledger locked", "另一个程序一直占用着账本")
        case .readOnly: Phrase("the ledger may not be written", "账本不可写入")
        case .diskFull: Phrase("the disk is full; nothing was recorded", "磁盘已满，没有记录任何内容")
        case .disk(_, let code):
            Phrase("the disk failed (SQLite code \(code))", "磁盘读写失败（SQLite 代码 \(code)）")
        case .damaged(_, let detail):
            Phrase("the ledger is damaged: \(detail)", "账本已损坏：\(detail)")
        case .nulCharacter(let place):
            Phrase(
                "\(place) holds the character U+0000, which cannot be recorded",
                "\(place) 含有字符 U+0000，无法记录")
        case .exists: Phrase("there is a file already", "文件已存在")
        case .keyIsOpen:
            Phrase("others may read the office's signing key", "其他用户可以读取组委会的签名密钥")
        case .keyIsUnusable:
            Phrase("this is no signing key that can be used", "签名密钥无法读取、生成或不可用")
        case .keyIsMissing:
            Phrase(
                "the office's signing key is missing; the ledger was signed with it",
                "缺少组委会的签名密钥；账本此前由它签名")
        case .keyIsAnother:
            Phrase(
                "this is another signing key than the one that signed the ledger's last head",
                "这不是签署账本最后一个封印的那个密钥")
        case .unreachable(_, let detail):
            Phrase(
                "the ledger's server cannot be reached; nothing was recorded: \(detail)",
                "无法连接账本服务器，没有记录任何内容：\(detail)")
        case .inDoubt:
            Phrase(
                "the ledger's server went away before it answered; whether this was recorded is "
                    + "not known",
                "账本服务器在答复之前断开，无法确定是否已记录")
        case .refused(_, let state, let message):
            Phrase(
                "PostgreSQL refused (\(state)): \(message)",
                "PostgreSQL 拒绝操作（\(state)）：\(message)")
        case .sql(_, let code, let message):
            Phrase("SQLite refused (\(code)): \(message)", "SQLite 拒绝操作（\(code)）：\(message)")
        }
    }

    /// What to do about it.
    public var remedy: Phrase {
        switch self {
        case .missing:
            Phrase(
                "Load submissions first, which makes it, or name the contest's folder with "
                    + "--contest",
                "请先载入作品（账本会随之生成），或用 --contest 指明竞赛文件夹")
        case .notALedger, .isFolder:
            Phrase(
                "Move it away, or name the right folder with --contest",
                "请将其移走，或用 --contest 指明正确的文件夹")
        case .cannotOpen:
            Phrase(
                "Check that the folder exists and that you may read and write in it",
                "请确认文件夹存在，并且您有读写权限")
        case .newerFormat: Phrase("Install the newer Banyan to use it", "请安装更新版本的榕评")
        case .locked:
            Phrase(
                "Wait until it has finished, or end it, then try again",
                "请等它运行结束或将其关闭，然后重试")
        case .readOnly:
            Phrase(
                "Give yourself permission to write the file and its folder, or work on a copy",
                "请为自己加上该文件及其文件夹的写入权限，或在副本上操作")
        case .diskFull: Phrase("Make room, then repeat the command", "请腾出空间，然后重新执行命令")
        case .disk:
            Phrase(
                "Check the disk, copy the ledger to another one, then repeat the command",
                "请检查磁盘，将账本复制到其他磁盘，然后重新执行命令")
        case .damaged:
            Phrase(
                "Keep a copy of the file as it is, then restore the last backup",
                "请先原样保留一份副本，再恢复最近的备份")
        case .nulCharacter: Phrase("Remove the character from its source", "请在来源中删除该字符")
        case .exists: Phrase("Name another, or move it away", "请换一个文件名，或将其移走")
        case .keyIsOpen:
            Phrase("Make it yours alone: chmod 600", "请设为仅本人可读写：chmod 600")
        case .keyIsUnusable:
            Phrase(
                "Put its copy back; if it is lost, move it away and run banyan ledger new-key",
                "请放回备份；若已丢失，请将其移走，然后运行 banyan ledger new-key")
        case .keyIsMissing, .keyIsAnother:
            Phrase(
                "Put the key back from its copy; if it is lost, or to be replaced, run "
                    + "banyan ledger new-key, which is recorded, and publish the new public key",
                "请从备份放回原密钥；若已丢失或需要更换，请运行 banyan ledger new-key"
                    + "（会记录在案），并公布新的公钥")
        case .unreachable:
            Phrase(
                "Check the address, the server and the network, then repeat the command",
                "请检查地址、服务器和网络，然后重新执行命令")
        case .inDoubt:
            Phrase(
                "When the server is back, look with banyan log; sheets may be sent again, for none "
                    + "is counted twice",
                "服务器恢复后请用 banyan log 查看；评分可以重新提交，不会重复计入")
        case .refused:
            Phrase(
                "Repeat the command; if it fails again, ask whoever runs the server",
                "请重新执行命令；若再次失败，请联系服务器管理员")
        case .sql:
            Phrase(
                "Repeat the command; if it fails again, keep the message and restore the last "
                    + "backup",
                "请重新执行命令；若再次失败，请保留这条信息并恢复最近的备份")
        }
    }
}

extension LedgerError: CustomStringConvertible {
    /// The error in English.
    public var description: String { fault.description }
}
