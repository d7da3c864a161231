"""Makes one table as a workbook with openpyxl or XlsxWriter.

Usage: make.py openpyxl|xlsxwriter OUT
"""

import datetime
import sys

library, target = sys.argv[1:]
rows = [
    ["编号", "名称", "数", "日期", "真", "公式"],
    ["007", "=1+1", 8.7, datetime.datetime(2026, 3, 2), True, "=2+0.5"],
    ["S2", "多行\n<b>&amp;</b> _x0041_", 0.1 + 0.2, datetime.datetime(2026, 3, 2, 9, 30), False,
     "=1/0"],
    ["S3", None, -1234567890.125, None, None, None],
]
if library == "openpyxl":
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "作品"
    for row in rows:
        sheet.append(row)
    sheet["B2"].data_type = "s"
    book.save(target)
else:
    import xlsxwriter
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("作品")
    codes = ("yyyy-mm-dd", 'yyyy"年"m"月"d"日" hh:mm')
    days = [book.add_format({"num_format": code}) for code in codes]
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(place, column, value, days[place - 1])
            elif column == 5 and place:
                sheet.write_formula(place, column, value, None, 2.5 if place == 1 else "#DIV/0!")
            elif isinstance(value, str):
                sheet.write_string(place, column, value)
            else:
                sheet.write(place, column, value)
    book.close()
