"""Opens a workbook in LibreOffice, fills cells in, and saves it as .xlsx.

Usage: fill.py IN OUT SHEET CELL=VALUE ...   (a value that begins with = is a formula)
The office is started on a port of the loopback and ended again.
"""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

source, target, name, *cells = sys.argv[1:]


def option(key, value):
    prop = PropertyValue()
    prop.Name, prop.Value = key, value
    return prop


def connect(port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(300):
        try:
            return resolver.resolve(address)
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
profile = tempfile.mkdtemp()
office = subprocess.Popen(
    ["soffice", "--headless", "--norestore", "--nologo",
     f"-env:UserInstallation={pathlib.Path(profile).as_uri()}",
     f"--accept=socket,host=127.0.0.1,port={port};urp;"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    context = connect(port)
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context)
    url = pathlib.Path(os.path.abspath(source)).as_uri()
    document = desktop.loadComponentFromURL(url, "_blank", 0, (option("Hidden", True),))
    sheet = document.Sheets.getByName(name)
    for cell in cells:
        place, value = cell.split("=", 1)
        where = sheet.getCellRangeByName(place)
        if value.startswith("="):
            where.setFormula(value)
        else:
            try:
                where.setValue(float(value))
            except ValueError:
                where.setString(value)
    document.calculateAll()
    for row in range(12):
        print("\t".join(
            sheet.getCellByPosition(column, row).getString() for column in range(20)))
    document.storeToURL(
        pathlib.Path(os.path.abspath(target)).as_uri(),
        (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
finally:
    office.wait(30)
    shutil.rmtree(profile, ignore_errors=True)
