import CXML

/// An element of a batch: a record, or an element inside one.
///
/// Texts become `String`s only when they are asked for.
public struct XMLRecord: Sendable {
    let batch: XMLRecordBatch
    let index: UInt32

    var node: cxml_node { batch.storage.pointee.nodes[Int(index)] }

    /// The local name.
    public var name: String { batch.names.names[Int(node.name)] }

    /// The number of the local name.
    public var nameNumber: XMLName { XMLName(index: node.name) }

    /// The line of the start tag, counted from 1.
    public var line: Int { Int(node.line) }

    /// The column of the start tag, counted in characters from 1; nothing where it is not known.
    public var column: Int? { node.column > 0 ? Int(node.column) : nil }
}

extension XMLRecord {
    /// The value of an attribute.
    ///
    /// - Complexity: O(*n*) in the number of attributes.
    public func attribute(_ name: XMLName?) -> XMLText? {
        guard let name else { return nil }
        let node = node
        for offset in 0..<node.attribute_count {
            let attribute = batch.storage.pointee.attributes[Int(node.attributes + offset)]
            guard attribute.name == name.index else { continue }
            return XMLText(
                batch: batch, start: Int(attribute.value), count: Int(attribute.value_length))
        }
        return nil
    }

    /// The value of an attribute.
    public func attribute(_ name: String) -> String? {
        attribute(batch.name(name))?.string
    }

    /// The names and values of all attributes; those without a prefix come first.
    public var attributes: [XMLTree.Attribute] {
        let node = node
        return (0..<node.attribute_count).map { offset in
            let attribute = batch.storage.pointee.attributes[Int(node.attributes + offset)]
            let value = XMLText(
                batch: batch, start: Int(attribute.value), count: Int(attribute.value_length))
            return XMLTree.Attribute(
                name: batch.names.names[Int(attribute.name)], value: value.string)
        }
    }
}

extension XMLRecord {
    /// Whether the element's own text is in more than one piece, children standing between them.
    public var hasMixedText: Bool { node.more > 0 }

    /// The element's own text up to the first child that has text: all of it, unless
    /// ``hasMixedText``.
    public var text: XMLText {
        let node = node
        return XMLText(batch: batch, start: Int(node.text), count: Int(node.text_length))
    }

    /// The element's own text, all pieces of it.
    ///
    /// - Complexity: O(*n*).
    public var string: String {
        var result = text.string
        var next = node.more
        while next > 0 {
            let piece = batch.storage.pointee.pieces[Int(next) - 1]
            let text = XMLText(batch: batch, start: Int(piece.text), count: Int(piece.text_length))
            result += text.string
            next = piece.more
        }
        return result
    }

    /// The element's own text without blanks at its ends.
    public var trimmedText: String { hasMixedText ? string.trimmed : text.trimmed }
}

extension XMLRecord {
    /// The children of the element, in the order of the document.
    public struct Children: Sequence, IteratorProtocol, Sendable {
        let batch: XMLRecordBatch
        var position: UInt32
        let end: UInt32

        public mutating func next() -> XMLRecord? {
            guard position < end else { return nil }
            let child = XMLRecord(batch: batch, index: position)
            position = child.node.end
            return child
        }
    }

    public var children: Children {
        Children(batch: batch, position: index + 1, end: node.end)
    }

    /// The first child of a name.
    ///
    /// - Complexity: O(*n*) in the number of children.
    public func first(_ name: XMLName?) -> XMLRecord? {
        guard let name else { return nil }
        let nodes = batch.storage.pointee.nodes
        let end = node.end
        var next = index + 1
        while next < end, let child = nodes?[Int(next)] {
            if child.name == name.index { return XMLRecord(batch: batch, index: next) }
            next = child.end
        }
        return nil
    }

    /// The first child of a name.
    public func first(named name: String) -> XMLRecord? {
        first(batch.name(name))
    }

    /// The children of a name, in the order of the document.
    public func children(named name: String) -> [XMLRecord] {
        guard let number = batch.name(name) else { return [] }
        return children.filter { $0.nameNumber == number }
    }

    /// The element as a tree of its own, which does not keep the batch.
    ///
    /// - Complexity: O(*n*) in the bytes of the element; no deeper than the limit of depth.
    public var tree: XMLTree {
        XMLTree(
            name: name, attributes: attributes, children: children.map(\.tree), text: string,
            line: line, column: column ?? 0)
    }
}
