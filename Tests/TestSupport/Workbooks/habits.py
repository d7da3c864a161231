"""What people do to a judge's workbook, done with openpyxl.

Usage: habits.py IN OUT HABIT [HABIT ...]
"""

import datetime
import sys

import openpyxl

source, target, *habits = sys.argv[1:]
book = openpyxl.load_workbook(source)
sheet = book["Marks"]
head = next(row for row in sheet.iter_rows(max_row=20) if any(c.value == "submission" for c in row))
top = head[0].row


def column(title):
    return next(cell.column for cell in head if cell.value == title)


def cell(title, row=1):
    return sheet.cell(top + row, column(title))


def fill():
    for row in range(1, sheet.max_row - top + 1):
        cell("Name of novelty", row).value = 8.5
        cell("Name of use", row).value = 7
        cell("Name of eligible", row).value = "pass"


def move_rows(keys):
    last = sheet.max_row
    rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=top + 1, max_row=last)]
    for offset, key in enumerate(keys):
        for place, value in enumerate(rows[key]):
            sheet.cell(top + 1 + offset, place + 1).value = value


def sort():
    move_rows(range(sheet.max_row - top - 1, -1, -1))


def delete():
    sheet.delete_rows(top + 2)


def move():
    first, second = column("Name of novelty"), column("Name of use")
    for row in range(top, sheet.max_row + 1):
        one, other = sheet.cell(row, first), sheet.cell(row, second)
        one.value, other.value = other.value, one.value


def hide():
    letter = openpyxl.utils.get_column_letter(column("Name of use"))
    sheet.column_dimensions[letter].hidden = True


def hide_row():
    sheet.row_dimensions[top + 2].hidden = True


def notes():
    place = sheet.max_column + 1
    sheet.cell(top, place).value = "my notes"
    sheet.cell(top + 1, place).value = "ask the team about data"
    sheet.cell(sheet.max_row + 3, 1).value = "Remember lunch at noon"


def text():
    cell("Name of novelty").value = "8.5"


def full_width():
    cell("Name of novelty").value = "８．５"


def merge():
    place = column("Name of novelty")
    sheet.merge_cells(
        start_row=top + 1, end_row=top + 2, start_column=place, end_column=place)


def date():
    mark = cell("Name of novelty")
    mark.value = datetime.date(2026, 3, 2)
    mark.number_format = "m/d"


def percent():
    mark = cell("Name of novelty")
    mark.value = 0.85
    mark.number_format = "0%"


def formula():
    cell("Name of novelty").value = "=4+4.5"


def error():
    mark = cell("Name of novelty")
    mark.value = "#REF!"
    mark.data_type = "e"


def beyond():
    cell("Name of novelty").value = 11


def recuse():
    recusals = book["Recusals"]
    recusals.cell(4, 3).value = "I taught the team"


def copy():
    twin = book.copy_worksheet(sheet)
    twin.title = "Marks (2)"


def contradict():
    copy()
    book["Marks (2)"].cell(top + 1, column("Name of novelty")).value = 4


def rename():
    sheet.title = "Final version"


def swap():
    one, other = cell("check", 1), cell("check", 2)
    one.value, other.value = other.value, one.value


for habit in habits:
    globals()[habit]()
book.save(target)
