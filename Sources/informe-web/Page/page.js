"use strict";

// What the page does where scripts may run: looks tables through as soon as they are dropped, shows findings beside pages, and
// fetches PDFs. Without it the forms do the same one step at a time.

const language = document.documentElement.lang;
const element = (id) => document.getElementById(id);
const form = element("tables");

/** Tables on the page: the file, and what is known of it. */
const tables = [];
let shown = null;

/** Makes an element: make("td", {className: "place"}, "A1"). */
function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(properties)) if (/^(aria-|role|scope)/.test(name)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null));
  return node;
}

function say(text) {
  element("status").textContent = text;
}

function count(number, one, many) {
  return number === 1 ? one : many.replace("#", number);
}

// Asking the server

/** Sends a form; a ticket of our own tells our place in the queue meanwhile. */
async function send(path, body, doing) {
  const ticket = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const watch = setInterval(() => tellPlace(ticket, doing), 1000);
  say(doing);
  try {
    return await fetch(`${path}?lang=${language}`, { method: "POST", body, headers: { "X-Informe": ticket } });
  } finally {
    clearInterval(watch);
  }
}

async function tellPlace(ticket, doing) {
  const answer = await fetch(`/queue/${ticket}`).then((answer) => answer.json()).catch(() => ({}));
  if (answer.place) say(`${doing} {{Lugar|Place}} ${answer.place} {{en la fila.|in the queue.}}`);
}

/** The options with a file in place of those chosen. */
function options(name, file) {
  const data = new FormData(form);
  data.delete("table");
  if (file) data.append(name, file);
  return data;
}

const noAnswer = {
  severity: "error",
  message: "{{el servidor no responde|the server does not answer}}",
  hint: "{{Revise la conexión y repita.|Check the connection and try again.}}",
  file: "",
};

async function complaints(answer) {
  return answer.json().then((value) => value.diagnostics).catch(() => [noAnswer]);
}

// Findings and pages

function place(finding) {
  if (finding.cell) return finding.cell;
  const parts = [];
  if (finding.row) parts.push(`{{fila|row}} ${finding.row}`);
  if (finding.column) parts.push(`{{columna|column}} ${finding.column}`);
  return parts.join(", ") || finding.file || "";
}

const severities = { error: "Error", warning: "{{Revisar|Check}}", note: "{{Nota|Note}}" };

function findingRow(finding) {
  return make("tr", { role: "row" },
    make("td", { role: "cell", className: "place" }, place(finding)),
    make("td", { role: "cell" }, make("span", { className: `severity ${finding.severity}` }, severities[finding.severity])),
    make("td", { role: "cell" }, make("p", {}, finding.message), make("p", { className: "hint" }, finding.hint)));
}

function findingTable(findings) {
  if (findings.length === 0) return make("p", {}, "{{Ningún hallazgo: las cuentas cuadran.|No findings: the figures agree.}}");
  const heads = ["{{Dónde|Where}}", "{{Qué|What}}", "{{Qué dice|What it says}}"];
  const head = make("tr", { role: "row" }, ...heads.map((text) => make("th", { role: "columnheader", scope: "col" }, text)));
  return make("table", { className: "findings", role: "table" },
    make("thead", { role: "rowgroup" }, head), make("tbody", { role: "rowgroup" }, ...findings.map(findingRow)));
}

/** A page as a picture; its address lives as long as the review that it belongs to. */
function pagePicture(svg, index, addresses) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  addresses.push(address);
  const name = `{{Página|Page}} ${index + 1}`;
  return make("li", {},
    make("a", { href: address, target: "_blank", rel: "noopener" },
      make("img", { src: address, alt: name }), make("span", {}, `${name} · {{abrir en grande|open large}}`)));
}

function reportReview(report, addresses) {
  const pages = make("ol", { className: "pages" }, ...report.pages.map((svg, index) => pagePicture(svg, index, addresses)));
  const more = report.more ? make("p", { className: "hint" }, "{{El PDF tiene más páginas.|The PDF has more pages.}}") : null;
  return make("div", { className: "report-review" },
    make("h3", {}, `${report.name}.pdf`),
    make("div", { className: "card" }, findingTable(report.findings)),
    make("div", {}, pages, more));
}

function showReview(table) {
  shown = table;
  for (const each of tables) each.button.setAttribute("aria-pressed", each === table);
  const review = element("review");
  for (const address of review.addresses || []) URL.revokeObjectURL(address);
  review.addresses = [];
  review.replaceChildren();
  if (table.findings.length > 0) review.append(make("div", { className: "card" }, findingTable(table.findings)));
  review.append(...table.reports.map((report) => reportReview(report, review.addresses)));
}

// Tables

function addTable(file) {
  const table = { file, reports: [], findings: [], summary: make("small", {}, "…") };
  table.button = make("button", { type: "button" }, file.name, table.summary);
  table.button.setAttribute("aria-pressed", "false");
  table.button.addEventListener("click", () => showReview(table));
  tables.push(table);
  element("files").append(make("li", {}, table.button));
  return table;
}

/** What is wrong in a table and how its pages look; the latest asked for counts. */
async function check(table) {
  const number = (table.number = (table.number || 0) + 1);
  let value;
  try {
    const answer = await send("/check", options("table", table.file), `{{Revisando|Checking}} ${table.file.name}…`);
    value = await answer.json();
  } catch {
    value = { diagnostics: [noAnswer] };
  }
  if (table.number !== number) return;
  table.reports = value.reports || [];
  table.findings = value.diagnostics || [];
  table.summary.textContent = summary(table);
  if (shown === table || shown === null) showReview(table);
}

function summary(table) {
  if (table.reports.length === 0) return "{{No se pudo leer|It cannot be read}}";
  const found = table.findings.length + table.reports.reduce((sum, report) => sum + report.findings.length, 0);
  return found === 0 ? "{{En orden|In order}}" : count(found, "{{1 hallazgo|1 finding}}", "{{# hallazgos|# findings}}");
}

async function checkAll(some = tables) {
  for (const table of some) await check(table);
  if (some.length > 0) say(some.map((table) => `${table.file.name}: ${table.summary.textContent}`).join(". ") + ".");
}

function clearTables() {
  tables.length = 0;
  shown = null;
  element("files").replaceChildren();
  element("review").replaceChildren();
}

/** Chosen or dropped: tables to make reports of, a report to verify, or options kept from another time. */
function takeFiles(files) {
  const named = (ending) => files.filter((file) => ending.test(file.name));
  const [reports, kept] = [named(/\.pdf$/i), named(/\.ya?ml$/i)];
  if (kept.length > 0) setFile(element("configuration"), kept[0]);
  if (reports.length > 0) {
    setFile(element("report"), reports[0]);
    verify();
  }
  const fresh = files.filter((file) => !reports.includes(file) && !kept.includes(file));
  if (fresh.length > 0) {
    clearTables();
    element("results").hidden = false;
    element("bind").hidden = fresh.length < 2;
    document.querySelector("main").classList.add("has-results");
    checkAll(fresh.map(addTable));
  } else if (kept.length > 0) checkAll();
}

function setFile(input, file) {
  const list = new DataTransfer();
  list.items.add(file);
  input.files = list.files;
}

// PDFs

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function fileName(answer, otherwise) {
  const match = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") || "");
  return match ? decodeURIComponent(match[1]) : otherwise;
}

/** The PDF of one of a table's reports. */
async function makeReport(table, number) {
  const data = options("table", table.file);
  data.append("number", number);
  const answer = await send("/report", data, `{{Haciendo el PDF de|Making the PDF of}} ${table.file.name}…`);
  if (answer.ok) return download(await answer.blob(), fileName(answer, "informe.pdf"));
  table.findings = await complaints(answer);
  table.reports = [];
  table.summary.textContent = summary(table);
  showReview(table);
  throw new Error(table.findings.map((finding) => finding.message).join(" "));
}

async function makeReports() {
  if (tables.length === 0) {
    say("{{Elija primero una tabla.|Choose a table first.}}");
    return element("table").focus();
  }
  let made = 0;
  for (const table of tables) {
    for (let number = 0; number < Math.max(1, table.reports.length); number++) {
      try {
        await makeReport(table, number);
        made += 1;
      } catch {
        // What was wrong is shown with the table.
      }
    }
  }
  say(made === 0
    ? "{{No se hizo ningún PDF: vea los errores.|No PDF was made: see the errors.}}"
    : count(made, "{{Listo: un PDF descargado.|Done: one PDF downloaded.}}", "{{Listo: # PDF descargados.|Done: # PDFs downloaded.}}"));
}

/** All tables as one document. */
async function bindVolume() {
  const data = options();
  for (const table of tables) data.append("table", table.file);
  const answer = await send("/volume", data, "{{Uniendo las tablas en un tomo…|Binding the tables as one volume…}}");
  if (answer.ok) {
    download(await answer.blob(), fileName(answer, "informe.pdf"));
    return say("{{Listo: el tomo está descargado.|Done: the volume is downloaded.}}");
  }
  const findings = await complaints(answer);
  element("review").replaceChildren(make("div", { className: "card" }, findingTable(findings)));
  say("{{No se hizo el tomo: vea los errores.|No volume was made: see the errors.}}");
}

async function keepOptions() {
  const answer = await send("/configuration", options(), "{{Escribiendo informe.yml…|Writing informe.yml…}}");
  if (answer.ok) download(await answer.blob(), "informe.yml");
  say(answer.ok
    ? "{{Guarde informe.yml junto a sus tablas.|Keep informe.yml beside your tables.}}"
    : (await complaints(answer)).map((finding) => finding.message).join(" "));
}

async function verify() {
  const file = element("report").files[0];
  if (!file) return say("{{Elija primero un PDF.|Choose a PDF first.}}");
  const data = new FormData();
  data.append("report", file);
  let findings;
  try {
    findings = await complaints(await send("/verify", data, `{{Verificando|Verifying}} ${file.name}…`));
  } catch {
    findings = [noAnswer];
  }
  element("verdict").replaceChildren(findingTable(findings));
  say(`${file.name}: ${findings[0].message}.`);
}

// The page's controls

/** One at a time: a second press while the first is worked on does nothing. */
function onSubmit(event) {
  event.preventDefault();
  const button = event.submitter || element("make");
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const doing = event.target.id === "verify" ? verify : { keep: keepOptions, bind: bindVolume }[button.id] || makeReports;
  doing().catch(() => say("{{El servidor no responde.|The server does not answer.}}"))
    .finally(() => button.removeAttribute("aria-disabled"));
}

let later;
form.addEventListener("change", (event) => {
  if (event.target.id === "table") return takeFiles([...event.target.files]);
  clearTimeout(later);
  later = setTimeout(() => checkAll(), 400);
});
form.addEventListener("submit", onSubmit);
element("verify").addEventListener("submit", onSubmit);

const drop = element("drop");
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
document.addEventListener("dragleave", () => drop.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  takeFiles([...event.dataTransfer.files]);
});
element("bind").hidden = true;
document.documentElement.classList.add("with-script");
