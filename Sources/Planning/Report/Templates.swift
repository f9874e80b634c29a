internal import Mustache

/// The pages' templates and styles, compiled into the program so that it needs no file beside it.
enum Templates {
    /// A page that can be rendered.
    enum Page: String {
        case report
        case rerun
        case driverSheets = "driver-sheets"
        case scorecard
        case carrierComparison = "carrier-comparison"
        case tenderEvidence = "tender-evidence"
    }

    static let reportStyle = text(PackageResources.report_css)
    static let reportScript = text(PackageResources.report_js)
    static let rerunStyle = text(PackageResources.rerun_css)
    static let sheetStyle = text(PackageResources.driver_sheets_css)
    static let scorecardStyle = text(PackageResources.scorecard_css)

    /// Fills a page with the properties of `content`; text is escaped for HTML by the template engine.
    static func render(_ page: Page, _ content: Any) -> String {
        guard let text = library.render(content, withTemplate: page.rawValue) else {
            preconditionFailure("the template \(page.rawValue) is not registered")
        }
        return text
    }

    /// The templates' texts by name.
    static let sources = [
        "report": PackageResources.report_mustache,
        "report-figures": PackageResources.report_figures_mustache,
        "report-attention": PackageResources.report_attention_mustache,
        "report-map": PackageResources.report_map_mustache,
        "report-gantt": PackageResources.report_gantt_mustache,
        "report-routes": PackageResources.report_routes_mustache,
        "report-market": PackageResources.report_market_mustache,
        "report-convergence": PackageResources.report_convergence_mustache,
        "rerun": PackageResources.rerun_mustache,
        "rerun-map": PackageResources.rerun_map_mustache,
        "driver-sheets": PackageResources.driver_sheets_mustache,
        "scorecard": PackageResources.scorecard_mustache,
        "score-bar": PackageResources.score_bar_mustache,
        "control-chart": PackageResources.control_chart_mustache,
        "carrier-comparison": PackageResources.carrier_comparison_mustache,
        "tender-evidence": PackageResources.tender_evidence_mustache,
    ].mapValues(text)

    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        for (name, source) in sources {
            do {
                try library.register(source, named: name)
            } catch {
                preconditionFailure("the template \(name) does not parse: \(error)")
            }
        }
        return library
    }()

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
