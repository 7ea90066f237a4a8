// swift-tools-version: 6.2
import PackageDescription

/// One set of strict settings for every Swift target: warnings are errors, existentials are spelt `any`,
/// an import is visible only where it is written.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of ours, in `Sources/<name>`.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: readme(of: name), swiftSettings: strict)
}

/// The tests of one module, in `Tests/<name>Tests`.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude, resources: resources,
    swiftSettings: strict)
}

/// Longer documents live beside the code they explain; the build leaves them out.
func readme(of name: String) -> [String] {
  let documented = [
    "ReportModel", "ReportIngest", "Spreadsheets", "Pages", "ReportLayout", "ReportPipeline", "PDFFinisher",
    "ReportConfiguration", "PDFReading", "Signing",
  ]
  return documented.contains(name) ? ["README.md"] : []
}

let package = Package(
  name: "informe",
  products: [
    .executable(name: "informe", targets: ["informe"]),
    .executable(name: "informe-web", targets: ["informe-web"]),
    .library(name: "ReportModel", targets: ["ReportModel"]),
    .library(name: "Spreadsheets", targets: ["Spreadsheets"]),
    .library(name: "ReportIngest", targets: ["ReportIngest"]),
    .library(name: "Pages", targets: ["Pages"]),
    .library(name: "Charts", targets: ["Charts"]),
    .library(name: "ReportLayout", targets: ["ReportLayout"]),
    .library(name: "ReportPipeline", targets: ["ReportPipeline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // The web server's only; its own traits bring what is not needed here.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    // The model and how it is read.
    module("ReportModel"),
    module("Spreadsheets", ["SystemLibraries", "CLibraries", "CLazy"]),
    module("ReportIngest", ["ReportModel", "Spreadsheets", "SystemLibraries", "CLibraries"]),
    // Pages as values, and what is set on them. No C.
    module("Pages"),
    module("Charts", ["Pages"]),
    module("ReportLayout", ["ReportModel", "Charts", "Pages"]),
    module("ReportConfiguration", ["ReportModel", "ReportLayout", "Pages", "CLibraries"]),
    // Independent pieces side by side.
    module("Workers"),
    // C behind small owners.
    module("TextShaping", ["Pages", "Workers", "CLibraries", "Fonts", "HyphenationPatterns"]),
    module("CairoBackend", ["Pages", "SystemLibraries", "CLibraries", "CLazy", "Fonts"]),
    module("PDFFinisher", ["Pages", "SystemLibraries", "CLibraries", "Fonts"]),
    module("PDFReading", ["SystemLibraries", "CLibraries", "CLazy"]),
    module("Signing", ["SystemLibraries", "CLazy"]),
    // Which libraries of the system there are, and whether they will do.
    module("SystemLibraries", ["CLibraries", "CLazy"]),
    // One job: input to output.
    module(
      "ReportPipeline",
      [
        "ReportIngest", "ReportModel", "ReportLayout", "ReportConfiguration", "Pages", "Spreadsheets", "TextShaping",
        "CairoBackend", "PDFFinisher", "PDFReading", "Signing", "SystemLibraries", "CLibraries", "Workers",
      ]),
    .executableTarget(
      name: "informe",
      dependencies: [
        "ReportPipeline", "ReportModel", "ReportIngest", "ReportLayout", "ReportConfiguration", "Pages", "PDFFinisher",
        "Signing", "SystemLibraries", "Workers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["README.md"], swiftSettings: strict),
    // The same for a browser.
    .executableTarget(
      name: "informe-web",
      dependencies: [
        "ReportPipeline", "ReportModel", "ReportConfiguration", "SystemLibraries", "Workers", "CLibraries",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ], exclude: ["README.md", "Service"],
      resources: [
        .embedInCode("Page/page.html"), .embedInCode("Page/page.css"), .embedInCode("Page/page.js"),
      ], swiftSettings: strict),
    // How long each stage takes, against the least that Cairo can take.
    .executableTarget(
      name: "informe-bench",
      dependencies: [
        "ReportPipeline", "ReportModel", "ReportIngest", "ReportConfiguration", "ReportLayout", "Pages", "TextShaping",
        "CairoBackend", "PDFFinisher", "Workers", "CLibraries", "Fonts",
      ], exclude: ["README.md"], swiftSettings: strict),
    // What several tests measure with.
    .target(name: "FixedAdvance", dependencies: ["Pages"], path: "Tests/FixedAdvance", swiftSettings: strict),
    // Certificates and keys made on the spot.
    .target(name: "TestAuthority", path: "Tests/TestAuthority", swiftSettings: strict),
    // Packages made on the spot: archives, and a format of the transparency platform.
    .target(name: "TestArchives", path: "Tests/TestArchives", swiftSettings: strict),
    // What holds a module's table of diagnostic codes against its code.
    .target(name: "CodeTables", dependencies: ["ReportModel"], path: "Tests/CodeTables", swiftSettings: strict),
    // Synthetic reports of every shape.
    .target(
      name: "Gallery", dependencies: ["ReportModel", "ReportLayout", "Pages"], path: "Tests/Gallery",
      swiftSettings: strict),
    tests(of: "ReportModel", ["CodeTables"]),
    tests(of: "ReportIngest", ["ReportModel", "Spreadsheets", "CodeTables"], resources: [.copy("Fixtures")]),
    tests(of: "Pages"),
    tests(of: "Charts", ["Pages", "FixedAdvance"]),
    tests(
      of: "ReportLayout", ["ReportModel", "Pages", "ReportIngest", "FixedAdvance", "CodeTables"], exclude: ["Snapshots"]
    ),
    tests(of: "ReportConfiguration", ["ReportModel", "ReportLayout", "Pages", "CodeTables"]),
    .testTarget(
      name: "GalleryTests",
      dependencies: [
        "Gallery", "FixedAdvance", "ReportIngest", "ReportLayout", "ReportModel", "Charts", "Pages", "TextShaping",
        "CairoBackend",
      ], exclude: ["References"], swiftSettings: strict),
    tests(of: "TextShaping", ["Pages"]),
    tests(of: "CairoBackend", ["Pages", "TextShaping", "CLibraries"], exclude: ["Fixtures"]),
    tests(of: "PDFFinisher", ["Pages", "TextShaping", "CairoBackend", "Workers"]),
    tests(of: "PDFReading", ["CLibraries"]),
    tests(of: "Workers"),
    tests(of: "SystemLibraries", ["CLazy"]),
    tests(
      of: "ReportPipeline",
      [
        "ReportModel", "ReportConfiguration", "ReportIngest", "ReportLayout", "Pages", "PDFReading", "SystemLibraries",
        "Workers", "Gallery", "PDFFinisher", "Signing", "TestAuthority", "TestArchives", "Spreadsheets", "CodeTables",
      ],
      exclude: ["Snapshots"]),
    tests(
      of: "informe",
      ["ReportPipeline", "ReportModel", "SystemLibraries", "TestAuthority", "TestArchives", "CodeTables"],
      exclude: ["pyhanko_signatures.py"]),
    tests(of: "informe-web", ["informe", "ReportModel", "CodeTables"], exclude: ["browser.py"]),
    // Data compiled into the program, so that it is found wherever the program is started from.
    .target(
      name: "Fonts", path: "Fonts",
      exclude: [
        "LICENSE.txt", "README.md", "Roboto-Regular.ttf", "Roboto-Bold.ttf", "RobotoCondensed-Regular.ttf",
        "RobotoCondensed-Bold.ttf", "DejaVuSans-Symbols.ttf", "NotoSansSymbols-Enclosed.ttf", "LICENSE-DejaVu.txt",
        "LICENSE-Noto.txt",
      ]),
    .target(
      name: "HyphenationPatterns", exclude: ["README.md", "LICENSE.txt", "hyph_es_ES.dic", "hyph_en_US.dic"]),
    // C libraries of the system: those loaded when first called, and those linked, a module each.
    .target(name: "CLazy"),
    .systemLibrary(name: "CLibraries", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// A long hunt for inputs that break the readers, by libFuzzer; see Tests/Fuzzing. It links with libFuzzer
// only.
if Context.environment["INFORME_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FuzzReaders",
      dependencies: [
        "ReportIngest", "ReportModel", "ReportConfiguration", "Spreadsheets", "CairoBackend", "PDFReading",
        "TestArchives",
      ],
      path: "Tests/Fuzzing", exclude: ["README.md"], swiftSettings: strict))
}
