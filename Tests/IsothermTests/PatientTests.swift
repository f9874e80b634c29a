import Foundation
import Testing

/// Nobody learns a patient's name from what the program writes or says.
@Suite struct PatientTests {
    @Test func `a patient's name is in no file and no answer, though sites.csv has it`() throws {
        let day = try SmallDay()
        defer { day.remove() }
        try day.write(
            """
            site,name,lat,lon,hours,address,notes
            DOE1,Jane Doe,53.81,-1.54,08:00-17:00,3 High Street,Jane Doe opens herself
            S2,Second,53.82,-1.53,09:00-12:30 13:30-17:00,,

            """,
            to: "sites.csv"
        )
        try day.write(
            "order,site,kg,regime,patient_ref,remarks\nO1,DOE1,20,REF,P-7K,for Jane Doe\nO2,S2,30,CRT,,\n",
            to: "orders.csv"
        )
        let out = day.beside("out")
        let planned = try Isotherm.run([
            "plan", day.path, "--output", out, "--iterations", "50", "--threads", "1",
        ])
        #expect(planned.status == 0, "\(planned.errors)")
        let late = #"{"id": "E", "at": "06:00", "type": "vehicle_late", "vehicle": "V1", "by": 900}"#
        let events = "{\"events\": [\(late)]}"
        try Data(events.utf8).write(to: URL(fileURLWithPath: day.beside("events.json")))
        let rerun = try Isotherm.run([
            "rerun", "\(out)/plan.json", "--events", day.beside("events.json"), "--now", "06:00",
            "--output", day.beside("later"), "--iterations", "50", "--threads", "1",
        ])
        #expect(rerun.status == 0, "\(rerun.errors)")
        let answers = [
            planned, rerun,
            try Isotherm.run(["explain", out, "--job", "O1"]),
            try Isotherm.run(["diff", out, "\(day.beside("later"))/plan-1.json", "--tolerance", "0"]),
        ]
        for answer in answers {
            for text in [answer.output, answer.errors] {
                #expect(!text.contains("Doe") && !text.contains("DOE1"), "\(text)")
            }
        }
        #expect(answers[2].output.contains("Patient P-7K"), "\(answers[2].output)")
        for folder in [out, day.beside("later")] {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
                #expect(!text.contains("Doe") && !text.contains("DOE1"), "\(name)")
            }
        }
        let sheet = try String(contentsOfFile: "\(out)/driver-sheets.html", encoding: .utf8)
        for word in ["Patient P-7K", "3 High Street", "P-7K opens herself"] {
            #expect(sheet.contains(word), "\(word)")
        }
    }
}
