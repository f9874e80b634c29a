import Planning
import Testing

@Suite struct OutputErrorTests {
    @Test(
        arguments: [
            (OutputError.Reason.notAFolder, "O101"), (.notAFile, "O102"), (.refused("no space"), "O103"),
            (.unknownEnding, "O104"), (.noSolutionFormat, "O105"), (.isInput, "O106"),
        ]
    )
    func `an output that cannot be written is named, with a code`(reason: OutputError.Reason, code: String) {
        let text = OutputError(reason, path: "out").description
        #expect(text.hasPrefix("out: "))
        #expect(text.hasSuffix("(\(code))"))
    }
}
