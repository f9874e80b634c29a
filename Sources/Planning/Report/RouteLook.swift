/// The line of a route on the map and in the legend.
///
/// Colours are dark shades of the Okabe–Ito set, which people with any common colour blindness tell apart, each at least
/// 4.5 : 1 against white.  Neighbours in the list differ in colour and in dash, so a black and white print still shows
/// which is which; after thirty routes the looks repeat and the labels decide.
struct RouteLook {
    /// A CSS colour.
    let colour: String
    /// An SVG dash array; `none` for a solid line.
    let dash: String

    init(index: Int) {
        colour = Self.colours[index % Self.colours.count]
        dash = Self.dashes[index % Self.dashes.count]
    }

    private static let colours = ["#005f96", "#b34a00", "#00694e", "#94307e", "#7a5700", "#3d3d3d"]
    private static let dashes = ["none", "9 4", "2 4", "14 4 2 4", "5 3"]
}
