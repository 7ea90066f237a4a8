public import ReportModel

/// A configuration to start from: every key, explained, behind a comment mark. As it stands it is the default.
public enum ConfigurationExample {
  public static func text(in language: Language) -> String { language == .es ? es : en }

  private static let es = """
    # yaml-language-server: $schema=informe.schema.json
    # (Para editores que completan y revisan lo que se escribe; ese archivo lo hace `informe init --schema`.)
    # Configuración de informe. Todo es opcional: quite el # de las líneas que le sirvan y cambie sus valores.
    # Lo que se pida en la línea de órdenes (--paper, --date, --language) tiene preferencia.

    # --- Encabezado ---
    # municipality: Municipio de San Miguel
    # Área; sin esta clave, la que diga la tabla.
    # department: Dirección de Participación Ciudadana
    # administration: Administración 2022–2024
    # Título; sin esta clave, "Informe anual de actividades" y el año.
    # title: Informe anual de actividades 2023
    # Escudo y segundo logotipo: PNG, JPEG o SVG, junto a este archivo. La descripción es para quien no los ve.
    # logos:
    #   left:
    #     file: escudo.png
    #     description: Escudo del municipio
    #   right: logotipo.png

    # --- Pie y firmas ---
    # place: San Miguel, Estado de México
    # date: 2024-01-15
    # code: FO-PC-03
    # role: Elaboró, Revisó, Autorizó, Vo. Bo. u otro. Pueden firmar cuantas personas haga falta.
    # signers:
    #   - role: Elaboró
    #     name: Nombre de quien elabora
    #     post: Su cargo
    #   - role: Autorizó
    #     name: Nombre de quien autoriza
    #     post: Su cargo

    # --- Papel (medidas en milímetros) ---
    # carta, oficio (216x340), legal, a4, a3, tabloide, o ANCHOxALTO.
    # paper: carta
    # margins:
    #   top: 8.5
    #   bottom: 7.5
    #   left: 12.7
    #   right: 12.7
    # Borde por el que se encuaderna, left (izquierdo) o top (superior), y su margen.
    # binding:
    #   edge: left
    #   margin: 25
    # Impreso por ambas caras: los márgenes se alternan.
    # duplex: true
    # Espacio libre para el sello al pie de cada hoja, de 15 a 30.
    # stamp: 18

    # --- Presentación ---
    # colour (a color) o black (solo negro: nada se trama en una impresora de un bit; accent no cuenta).
    # ink: colour
    # Color de lo realizado, entre comillas; debe ser oscuro.
    # accent: "#12436D"
    # Menos de lower % de la meta es "Por debajo del rango"; más de upper %, "Por encima del rango".
    # bands:
    #   lower: 90
    #   upper: 110
    # es o en
    # language: es
    # Signo de las variaciones: source (como en la tabla), programmed-minus-real o real-minus-programmed.
    # signs: source
    # Resumen del año en la primera página: true o false; si no se indica, desde seis actividades.
    # summary: true
    # Norma de archivo: a3a (con anexos), a2a (sin anexos), a4f (PDF 2.0, con anexos) o none.
    # standard: a3a
    # El año anterior, para compararlo: el PDF de su informe o tomo, su datos.json, su tabla o la carpeta
    # de sus tablas.
    # previous: informe-2022.pdf
    # Actividades que quedaron por decidir: número de este año y el que tenía antes, o new si es nueva.
    # matches: {3: 3, 5: new}

    # --- Tomo de todas las áreas (informe volume) ---
    # Renglón de la portada, y cuál logotipo va en grande: left, right o none.
    # cover:
    #   text: Para la sesión de cabildo
    #   crest: left
    # Orden y nombre de las áreas; las tablas que no estén en la lista van después, por nombre de archivo.
    # areas:
    #   - secretaria.xlsx
    #   - file: obras.xlsx
    #     sheet: Avance
    #     name: Dirección de Obras Públicas
    #     # Cómo se llamaba el año anterior, o new si no estaba.
    #     previous: Obras y Servicios
    #   - file: borrador.xlsx
    #     omit: true

    """

  private static let en = """
    # yaml-language-server: $schema=informe.schema.json
    # (For editors that complete and check what is written; `informe init --schema` makes that file.)
    # Configuration of informe. Everything is optional: take away the # of the lines you need and change their values.
    # What the command line asks for (--paper, --date, --language) wins.

    # --- Head ---
    # municipality: Municipality of San Miguel
    # The office; without this key the one the table names.
    # department: Citizen Participation Office
    # administration: Administration 2022–2024
    # Title; without this key "Annual activity report" and the year.
    # title: Annual activity report 2023
    # Coat of arms and second logo: PNG, JPEG or SVG, beside this file. The description is for those who cannot see them.
    # logos:
    #   left:
    #     file: arms.png
    #     description: Coat of arms of the municipality
    #   right: logo.png

    # --- Foot and signatures ---
    # place: San Miguel, State of Mexico
    # date: 2024-01-15
    # code: FO-PC-03
    # role: Prepared by, Reviewed by, Authorised by, Approved by, or another. As many may sign as need be.
    # signers:
    #   - role: Prepared by
    #     name: Name of who prepares
    #     post: Their post
    #   - role: Authorised by
    #     name: Name of who authorises
    #     post: Their post

    # --- Paper (measures in millimetres) ---
    # carta (Letter), oficio (216x340), legal, a4, a3, tabloide, or WIDTHxHEIGHT.
    # paper: carta
    # margins:
    #   top: 8.5
    #   bottom: 7.5
    #   left: 12.7
    #   right: 12.7
    # The edge at which sheets are bound, left or top, and its margin.
    # binding:
    #   edge: left
    #   margin: 25
    # Printed on both sides: margins alternate.
    # duplex: true
    # Room for a stamp at the foot of each sheet, 15 to 30.
    # stamp: 18

    # --- Looks ---
    # colour, or black (black alone: nothing is screened by a printer of one bit; accent then says nothing).
    # ink: colour
    # Colour of what was carried out, in quotes; it must be dark.
    # accent: "#12436D"
    # Under lower % of the goal is "Below range"; over upper %, "Above range".
    # bands:
    #   lower: 90
    #   upper: 110
    # es or en
    # language: en
    # Sign of variations: source (as in the table), programmed-minus-real or real-minus-programmed.
    # signs: source
    # The year in brief on the first page: true or false; if not said, from six activities on.
    # summary: true
    # Standard for archives: a3a (with attachments), a2a (without), a4f (PDF 2.0, with attachments) or none.
    # standard: a3a
    # The year before, to compare it: the PDF of its report or volume, its datos.json, its table or the folder
    # of its tables.
    # previous: report-2022.pdf
    # Activities that were left to be decided: this year's number and the one before, or new.
    # matches: {3: 3, 5: new}

    # --- Volume of all areas (informe volume) ---
    # A line of the cover, and which logo stands large on it: left, right or none.
    # cover:
    #   text: For the council's session
    #   crest: left
    # Order and names of the areas; tables that are not listed follow, in order of their files' names.
    # areas:
    #   - secretary.xlsx
    #   - file: works.xlsx
    #     sheet: Progress
    #     name: Public Works Office
    #     # What it was called the year before, or new if it was not there.
    #     previous: Works and Services
    #   - file: draft.xlsx
    #     omit: true

    """
}
