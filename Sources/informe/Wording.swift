import ReportModel
import ReportPipeline

/// What the command line says, in the user's language.
enum Wording {
  static func pick(_ es: String, _ en: String) -> String { UserLanguage.current == .es ? es : en }

  static var abstract: String {
    pick(
      "Convierte la tabla anual de actividades de un área en su informe oficial en PDF.",
      "Turns an office's annual activity table into its official report, a PDF.")
  }
  static var renderAbstract: String {
    pick("Hace el informe (es lo que se hace si no se pide otra cosa).", "Make the report (the default).")
  }
  static var watchAbstract: String {
    pick(
      "Vigila una carpeta y hace el informe de cada tabla que llega o cambia, hasta que se le detenga.",
      "Watch a folder and make the report of every table that comes or changes, until it is stopped.")
  }
  static var watchedFolder: String {
    pick("La carpeta de las tablas, con sus subcarpetas.", "The folder of the tables, with its sub-folders.")
  }
  static var watchOutput: String {
    pick(
      "La carpeta de los informes, fuera de la de las tablas.", "The folder of the reports, outside that of the tables."
    )
  }
  static var interval: String {
    pick(
      "Segundos entre una mirada y la siguiente; una tabla se lee cuando no cambió entre dos.",
      "Seconds between two looks; a table is read once it has not changed between two.")
  }
  static var badInterval: String { pick("--interval va de 0.1 a 3600", "--interval goes from 0.1 to 3600") }
  static var outputInInput: String {
    pick(
      "la carpeta de los informes no puede estar en la de las tablas", "the reports’ folder cannot lie in the tables’")
  }
  static var volumeAbstract: String {
    pick(
      "Encuaderna los informes de todas las áreas en un solo tomo para el cabildo.",
      "Bind the reports of all areas as one volume for the council.")
  }
  static var volumeOutput: String {
    pick(
      "Archivo o carpeta de salida. Sin esta opción: Output/<tomo, municipio y año>.pdf.",
      "Output file or folder. Without it: Output/<tomo, municipality and year>.pdf.")
  }
  static var volumeConfig: String {
    pick(
      "Configuración. Sin esta opción: informe.yml de la carpeta, si existe.",
      "Configuration. Without it: informe.yml of the folder, if there is one.")
  }
  static var skipBroken: String {
    pick(
      "Hace el tomo aunque falte un área cuya tabla no se puede leer; el tomo lo dice.",
      "Make the volume though an area is missing whose table cannot be read; the volume says so.")
  }
  static var checkAbstract: String {
    pick("Revisa la tabla y muestra solo los hallazgos.", "Check the table and print the findings only.")
  }
  static var modelAbstract: String {
    pick("Muestra los datos leídos y los hallazgos en JSON.", "Print the parsed model and the findings as JSON.")
  }
  static var modelSchema: String {
    pick(
      "Muestra en cambio el JSON Schema de esos datos y de los datos.json que los informes llevan.",
      "Print instead the JSON Schema of this model and of the datos.json that reports carry.")
  }
  static var modelNeedsInput: String { pick("dé una tabla o --schema", "name a table, or --schema") }
  static var summaryAbstract: String {
    pick(
      "Muestra el resumen del año como texto, para un correo.", "Print the summary of the year as text, for an e-mail.")
  }
  static var initAbstract: String {
    pick(
      "Escribe una configuración de ejemplo, comentada; no sobrescribe.",
      "Write a commented example configuration; overwrites nothing.")
  }
  static var schema: String {
    pick(
      "Escribe en cambio informe.schema.json, con el que un editor completa y revisa informe.yml.",
      "Write informe.schema.json instead, by which an editor completes and checks informe.yml.")
  }
  static var open: String { pick("Abre el informe cuando está hecho.", "Open the report once it is made.") }
  static var librariesAbstract: String {
    pick(
      "Muestra las bibliotecas del sistema que se usan y sus versiones.",
      "List the libraries of the system in use and their versions.")
  }
  static var newConfig: String { pick("El archivo nuevo.", "The new file.") }
  static var extractAbstract: String {
    pick("Devuelve los archivos que un informe lleva adjuntos.", "Give back the files attached to a report.")
  }
  static var report: String { pick("El informe en PDF.", "The report, a PDF.") }
  static var reports: String { pick("Los informes en PDF.", "The reports, PDFs.") }
  static var verifyAbstract: String {
    pick(
      "Comprueba que un informe sea el que sale de los datos que lleva.",
      "Prove that a report is what the data it carries make.")
  }
  static var against: String {
    pick(
      "La tabla de la que debe haberse hecho. Sin ella se toma la que el informe lleva.",
      "The table it should be made from. Without it the one the report carries is taken.")
  }
  static var verifyQuiet: String { pick("No dice nada; solo el código de salida.", "Say nothing; exit code only.") }
  static var extractFolder: String {
    pick(
      "Carpeta de salida. Sin esta opción: Output/<informe>-adjuntos. Nada se sobrescribe.",
      "Output folder. Without it: Output/<report>-adjuntos. Nothing is overwritten.")
  }
  static var inputs: String {
    pick(
      "Tablas: .xlsx, .ods, .xls o texto (.tsv, .csv); o carpetas con tablas, también en subcarpetas.",
      "Tables: .xlsx, .ods, .xls or text (.tsv, .csv); or folders with tables, in sub-folders too.")
  }
  static var input: String { pick("La tabla.", "The table.") }
  static var output: String {
    pick(
      "Archivo o carpeta de salida. Sin esta opción: Output/<área y año>.pdf.",
      "Output file or folder. Without it: Output/<office and year>.pdf.")
  }
  static var sheet: String {
    pick(
      "La única hoja que se lee, por nombre o número. Sin ella, todas las que no están ocultas.",
      "The only sheet to read, by name or number. Without it all that are not hidden.")
  }
  static var config: String {
    pick(
      "Configuración. Sin esta opción: informe.yml junto a la tabla, si existe.",
      "Configuration. Without it: informe.yml beside the table, if there is one.")
  }
  static var paper: String {
    pick(
      "Papel, en horizontal: carta, oficio (216×340 mm), legal, a4, a3, tabloide, o ANCHOxALTO en milímetros.",
      "Paper, landscape: carta (Letter), oficio (216×340 mm), legal, a4, a3, tabloide, or WIDTHxHEIGHT in millimetres.")
  }
  static var date: String {
    pick(
      "Fecha de emisión, AAAA-MM-DD. Sin ella no se imprime ni se guarda ninguna.",
      "Date of issue, YYYY-MM-DD. Without it none is printed or stored.")
  }
  static var language: String {
    pick("Idioma del informe: es (predeterminado) o en.", "Language of the report: es (default) or en.")
  }
  static var standard: String {
    pick(
      "a3a: PDF/A-3a con los datos adjuntos; a2a: PDF/A-2a sin adjuntos, para correos que no los admiten; a4f: PDF/A-4f y PDF/UA-2, con los datos adjuntos; none: sin PDF/A.",
      "a3a: PDF/A-3a with the data attached; a2a: PDF/A-2a without attachments, for mail that takes none; a4f: PDF/A-4f and PDF/UA-2, with the data attached; none: no PDF/A."
    )
  }
  static var previous: String {
    pick(
      "El año anterior, para compararlo: el PDF de su informe o tomo, su datos.json, su tabla o la carpeta de sus tablas.",
      "The year before, to compare it: the PDF of its report or volume, its datos.json, its table or the folder of its tables."
    )
  }
  static var data: String {
    pick(
      "Escribe junto al informe sus datos abiertos: la carpeta <informe>-datos, con datos.csv y datapackage.json.",
      "Write the report’s open data beside it: the folder <report>-datos, with datos.csv and datapackage.json.")
  }
  static var sipot: String {
    pick(
      "Llena un formato vacío de la Plataforma Nacional de Transparencia (.xlsx): <informe>-sipot.xlsx, junto al informe.",
      "Fill in an empty format of Mexico’s transparency platform (.xlsx): <report>-sipot.xlsx, beside the report.")
  }
  static var format: String { pick("pdf; png o svg: una imagen por página.", "pdf; png or svg: one picture a page.") }
  static var resolution: String { pick("Puntos por pulgada de las imágenes.", "Pixels per inch of the pictures.") }
  static var strict: String { pick("Termina con código 1 si hay hallazgos.", "End with code 1 if there are findings.") }
  static var quiet: String { pick("Muestra solo los errores.", "Print errors only.") }

  static var jobs: String {
    pick(
      "Cuántas tablas se trabajan a la vez; sin esta opción, una más que los procesadores.",
      "How many tables are worked at a time; without it one more than there are processors.")
  }
  static var volumeJobs: String {
    pick(
      "Cuántas tablas se leen a la vez; sin esta opción, una por procesador.",
      "How many tables are read at a time; without it one for each processor.")
  }
  static var badJobs: String { pick("--jobs va de 1 a 256", "--jobs goes from 1 to 256") }

  static func badPaper(_ text: String) -> String {
    let names = "carta, oficio, legal, a4, a3, tabloide"
    return pick(
      "no conozco el papel «\(text)»: use \(names) o ANCHOxALTO en milímetros",
      "unknown paper “\(text)”: use \(names) or WIDTHxHEIGHT in millimetres")
  }
  static func badDate(_ text: String) -> String {
    pick("«\(text)» no es una fecha AAAA-MM-DD", "“\(text)” is no date YYYY-MM-DD")
  }
  static var badResolution: String { pick("la resolución va de 36 a 600", "the resolution goes from 36 to 600") }
  static func outputTaken(_ taken: OutputTaken) -> LocalizedText {
    LocalizedText(
      es: "«\(taken.path)» es ya el informe de «\(taken.by)» en esta misma ejecución",
      en: "“\(taken.path)” is the report of “\(taken.by)” in this run already")
  }
  static var outputTakenHint: LocalizedText {
    LocalizedText(
      es: "Dé a cada entrada su propia salida con -o, o ponga las tablas en subcarpetas.",
      en: "Give each input an output of its own with -o, or put the tables into sub-folders.")
  }
  static func severalTables(_ count: Int) -> LocalizedText {
    LocalizedText(
      es: "este archivo tiene \(count) tablas, y -o nombra un solo archivo",
      en: "this file holds \(count) tables, and -o names a single file")
  }
  static var severalTablesHint: LocalizedText {
    LocalizedText(
      es: "Nombre una carpeta con -o, o elija una tabla con --sheet.",
      en: "Name a folder with -o, or choose one with --sheet.")
  }
  static var programCrashed: String {
    pick(
      "el programa falló\n  Repórtelo con la orden que le dio.",
      "the program crashed\n  Report it with the command you gave.")
  }
  static var noMemory: String {
    pick("no hay memoria suficiente\n  Cierre otros programas.", "out of memory\n  Close other programs.")
  }
  static var crashed: String {
    pick(
      "el programa falló al trabajarlo\n  Repórtelo con el archivo de entrada.",
      "the program crashed on it\n  Report it with the input file.")
  }
  static var outOfMemory: String {
    pick(
      "no hay memoria suficiente\n  Cierre otros programas, o pida otra copia del archivo.",
      "out of memory\n  Close other programs, or ask for another copy of the file.")
  }
  static var tooMuchTime: String {
    pick(
      "pide más tiempo de procesador que ningún archivo correcto\n  Pida otra copia o guárdelo de nuevo.",
      "it takes more time of the processor than any sound file\n  Ask for another copy, or save it anew.")
  }
  static func reading(_ input: String) -> String { pick("Leyendo \(input) …", "Reading \(input) …") }
  static func setting(_ input: String) -> String {
    pick("Formando el informe de \(input) …", "Setting the report of \(input) …")
  }
}
