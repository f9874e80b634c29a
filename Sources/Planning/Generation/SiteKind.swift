/// What sort of customer a site is; its figures are in `SiteProfile`.
public enum SiteKind: String, CaseIterable, Sendable {
    /// A hospital's pharmacy or stores, with a goods-in dock.
    case hospital
    /// A public pharmacy.
    case pharmacy
    /// A doctor's practice, health centre or vaccination site.
    case clinic
    /// A diagnostic laboratory.
    case laboratory
    /// A patient's home.
    case patient

    /// The kind that a word of a site list means; nil for a word that is not known.
    init?(word: String) {
        let word = word.lowercased()
        let kind = Self.words.first { $0.value.contains(word) }?.key
        guard let kind else { return nil }
        self = kind
    }

    private static let words: [SiteKind: Set<String>] = [
        .hospital: ["hospital", "krankenhaus", "klinikum", "klinik", "医院"],
        .pharmacy: ["pharmacy", "chemist", "drugstore", "apotheke", "药房", "药店"],
        .clinic: [
            "clinic", "practice", "doctor", "doctors", "gp", "health centre", "health center", "praxis",
            "卫生院", "诊所",
        ],
        .laboratory: ["laboratory", "lab", "labor", "检验所", "实验室"],
        .patient: ["patient", "home", "zuhause", "患者"],
    ]
}
