#!/usr/bin/env python3
"""Uses the page as a clerk does, in a real Chromium, and judges it with axe-core.

usage: browser.py ADDRESS TABLE FOLDER
FOLDER has expected.pdf, what the command line makes of TABLE, and volume.pdf, what it binds of the tables in areas/.
Prints a line for each thing that is not as it should be, and ends with 1 if there is any; pictures go to FOLDER/pictures.
Needs selenium and axe-playwright-python (for the script of axe-core inside), Chromium and its driver.
"""

import glob
import os
import shutil
import sys
import time
from base64 import b64decode

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

ADDRESS, TABLE, FOLDER = sys.argv[1:4]
EXPECTED, VOLUME = (os.path.join(FOLDER, name) for name in ["expected.pdf", "volume.pdf"])
AREAS = sorted(glob.glob(os.path.join(FOLDER, "areas", "*")))
DOWNLOADS, PICTURES = (os.path.join(FOLDER, name) for name in ["downloads", "pictures"])
AXE = os.path.join(os.path.dirname(axe_playwright_python.__file__), "axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def browser(width, height, zoom=1, scripts=True):
    """A window of so many pixels, with everything in it as many times as large as `zoom` says."""
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars",
                     f"--window-size={width},{height}"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    settings = {"download.default_directory": DOWNLOADS, "plugins.always_open_pdf_externally": True}
    if not scripts:
        settings["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", settings)
    # Named, so that nothing is looked for on the net.
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    # Windows have a least width; the page's is set by itself. Zoomed, a page has fewer CSS pixels, each of more of the
    # screen's: 1280 at 400 % are 320 (WCAG 2.2, 1.4.10).
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width // zoom, "height": height // zoom, "deviceScaleFactor": zoom, "mobile": False})
    driver.set_script_timeout(120)
    return driver


def wait(driver, what, condition, seconds=60):
    try:
        return WebDriverWait(driver, seconds).until(condition)
    except Exception:
        faults.append(f"never came: {what}; status: {status(driver)}")
        return None


def status(driver):
    return driver.find_element(By.ID, "status").text


def picture(driver, name):
    size = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {
        "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}})
    with open(os.path.join(PICTURES, name + ".png"), "wb") as file:
        file.write(b64decode(shot["data"]))


def judge(driver, where):
    """What axe-core has to say, and whether anything is wider than the window."""
    with open(AXE, encoding="utf-8") as script:
        driver.execute_script(script.read())
    result = driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: arguments[0]}).then(done, (error) => done({violations: [{id: String(error), nodes: []}], passes: []}))",
        RULES)
    expect(len(result["passes"]) > 15, f"axe, {where}: {len(result['passes'])} rules applied")
    for violation in result["violations"]:
        for node in violation["nodes"] or [{"html": ""}]:
            faults.append(f"axe, {where}: {violation['id']}: {node['html'][:160]}")
    wide = driver.execute_script("return document.documentElement.scrollWidth > document.documentElement.clientWidth")
    expect(not wide, f"{where}: wider than the window")


def complaints(driver, where):
    for entry in driver.get_log("browser"):
        # A table that is refused is answered with 422, which Chromium tells as an error.
        if "favicon" not in entry["message"] and "422" not in entry["message"]:
            faults.append(f"console, {where}: {entry['message']}")


def review(driver, table):
    driver.find_element(By.ID, "table").send_keys(table)
    wait(driver, "findings", lambda d: d.find_elements(By.CSS_SELECTOR, "#review .findings tbody tr"))
    wait(driver, "pictures", lambda d: d.execute_script(
        "const all = [...document.querySelectorAll('.pages img')];"
        "return all.length === 6 && all.every((each) => each.complete && each.naturalWidth > 0)"))


def use(language, width, height, zoom):
    where = f"{language} {width} at {zoom}00 %"
    name = f"{language}-{width // zoom}"
    driver = browser(width, height, zoom)
    try:
        driver.get(f"{ADDRESS}?lang={language}")
        expect(driver.execute_script("return innerWidth") == width // zoom, f"{where}: the page's width")
        judge(driver, where + ", empty")
        picture(driver, f"{name}-empty")
        review(driver, TABLE)
        rows = driver.find_elements(By.CSS_SELECTOR, "#review .findings tbody tr")
        places = [row.find_element(By.CLASS_NAME, "place").text for row in rows]
        row, column = ("fila", "columna") if language == "es" else ("row", "column")
        expect(places == [f"{row} 10, {column} 21", f"{row} 11, {column} 21"], f"{where}: places of findings: {places}")
        expect("2" in status(driver), f"{where}: status says {status(driver)}")
        driver.execute_script("document.querySelector('details').open = true")
        judge(driver, where + ", reviewed")
        picture(driver, f"{name}-options")
        driver.execute_script("document.querySelector('details').open = false")
        picture(driver, name)
        complaints(driver, where)
    finally:
        driver.quit()


def downloaded(driver, done, expected, what):
    """Whether a PDF comes that is, byte for byte, another, and the page says so."""
    wait(driver, what, lambda d: done in status(d))
    deadline = time.time() + 20
    while not (made := glob.glob(os.path.join(DOWNLOADS, "*.pdf"))) and time.time() < deadline:
        time.sleep(0.2)
    expect(len(made) == 1, f"{what}: downloaded: {made}")
    for name in made:
        with open(name, "rb") as file, open(expected, "rb") as other:
            expect(file.read() == other.read(), f"{what} is not what the command line makes")
        os.remove(name)


def download():
    """The PDF is what the command line makes, by the keyboard alone."""
    driver = browser(1280, 900)
    try:
        driver.get(ADDRESS + "?lang=es")
        review(driver, TABLE)
        driver.execute_script("document.getElementById('table').focus()")
        ActionChains(driver).send_keys(Keys.TAB).perform()
        active = driver.switch_to.active_element
        expect(active.get_attribute("id") == "make", "Tab leads from the tables to the button")
        active.send_keys(Keys.ENTER)
        downloaded(driver, "Listo", EXPECTED, "the PDF")
        # And is it what its data make?
        driver.find_element(By.ID, "report").send_keys(EXPECTED)
        driver.find_element(By.CSS_SELECTOR, "#verify button").click()
        wait(driver, "the verdict", lambda d: "byte por byte" in d.find_element(By.ID, "verdict").text)
        complaints(driver, "download")
    finally:
        driver.quit()


def volume():
    """Five tables are bound by the page's button."""
    driver = browser(1280, 900)
    try:
        driver.get(ADDRESS + "?lang=en")
        expect(not driver.find_element(By.ID, "bind").is_displayed(), "a volume of no tables is offered")
        driver.find_element(By.ID, "table").send_keys("\n".join(AREAS))
        wait(driver, "reviews of all areas", lambda d: status(d).count("2 findings") == len(AREAS))
        judge(driver, "several tables")
        picture(driver, "en-1280-volume")
        driver.find_element(By.ID, "bind").click()
        downloaded(driver, "Done: the volume", VOLUME, "the volume")
        complaints(driver, "volume")
    finally:
        driver.quit()


def drop():
    """Files that are dropped, on a dark screen: a table, then one that is none."""
    driver = browser(1280, 900)
    script = """
      const list = new DataTransfer();
      list.items.add(new File([arguments[0]], arguments[1]));
      document.getElementById("drop").dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: list}));
    """
    try:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        driver.get(ADDRESS + "?lang=en")
        with open(TABLE, encoding="utf-8") as table:
            driver.execute_script(script, table.read(), "tabla.tsv")
        wait(driver, "the dropped table's findings", lambda d: "2 findings" in status(d))
        driver.execute_script(script, "no table at all\n", "carta.txt")
        wait(driver, "the error of a bad file", lambda d: d.find_elements(By.CSS_SELECTOR, "#review .severity.error"))
        judge(driver, "an error")
        picture(driver, "en-1280-error")
        complaints(driver, "drop")
    finally:
        driver.quit()


def without_scripts():
    driver = browser(1280, 900, scripts=False)
    try:
        driver.get(ADDRESS + "?lang=es")
        driver.find_element(By.ID, "table").send_keys(TABLE)
        driver.find_element(By.CSS_SELECTOR, ".without-script").click()
        wait(driver, "findings without scripts", lambda d: len(d.find_elements(By.CSS_SELECTOR, ".findings tbody tr")) == 2)
    finally:
        driver.quit()


for folder in [DOWNLOADS, PICTURES]:
    os.makedirs(folder, exist_ok=True)
for spoken in ["es", "en"]:
    for size in [(1440, 900, 1), (1280, 1024, 4)]:
        use(spoken, *size)
download()
volume()
drop()
without_scripts()
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
