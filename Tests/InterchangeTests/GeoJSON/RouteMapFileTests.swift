import Foundation
import Interchange
import RoutingTestSupport
import Testing
import VehicleRouting

struct RouteMapFileTests {
    /// A depot and three places near Leeds, two jobs at one of them; job 4 is left out.
    private func day() -> (problem: Problem, written: WrittenPlan) {
        var problem = Problem.line(0, 60, 90, 200)
        let points = [(-1.55, 53.8), (-1.5, 53.81), (-1.48, 53.82), (-1.4, 53.9)]
        for (index, point) in points.enumerated() {
            problem.locations[index].coordinate = Coordinate(longitude: point.0, latitude: point.1)
            problem.locations[index].name = "place \(index)"
        }
        problem.epoch = 1_772_668_800
        problem.timeZone = "Europe/London"
        problem.dimensions = [LoadDimension(name: "volume", unit: "m³", scale: 1000)]
        problem.addVehicle()
        problem.addDepot(at: 0)
        for place in [1, 1, 2, 3] {
            problem.addJob(at: place) {
                $0.delivery = [500]
                $0.service = 10
                $0.timeWindows = [[1000, 2000]]
            }
        }
        let plan = Plan(
            routes: [problem.route(.job(0), .job(1), .job(2))],
            unassigned: [
                Unassigned(
                    .job(3),
                    reasons: [UnassignedReason(code: "TIME_WINDOW_CONSTRAINT", vehicles: [0])]
                )
            ]
        )
        return (problem, WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem))
    }

    private func features(_ text: String) throws -> [[String: Any]] {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(root["type"] as? String == "FeatureCollection")
        return try #require(root["features"] as? [[String: Any]])
    }

    @Test func `the map has a line per route and a point per depot, halt and unassigned task`() throws {
        let (problem, written) = day()
        let features = try features(try RouteMapFile.text(for: written, in: problem))
        let kinds = try features.map {
            try #require(($0["properties"] as? [String: Any])?["kind"] as? String)
        }
        // Jobs 1 and 2 are done at the same place, so they are one halt.
        #expect(kinds == ["depot", "route", "halt", "halt", "unassigned"])
        let line = try #require(features[1]["geometry"] as? [String: Any])
        #expect(
            line["coordinates"] as? [[Double]]
                == [[-1.55, 53.8], [-1.5, 53.81], [-1.5, 53.81], [-1.48, 53.82], [-1.55, 53.8]]
        )
        let halt = try #require(features[2]["properties"] as? [String: Any])
        #expect(halt["title"] as? String == "1. place 1")
        #expect(halt["tasks"] as? String == "1, 2")
        // Both jobs open at 1000; 60 seconds of driving before, two services of 10 after.
        #expect(halt["arrival_s"] as? Int == 1000)
        #expect(halt["departure_s"] as? Int == 1020)
        // 1 772 668 800 is midnight of 5 March 2026 in London; 1000 s are 16 min 40 s.
        #expect(halt["arrival"] as? String == "2026-03-05T00:16:40Z")
        #expect(halt["description"] as? String == "Vehicle 1, 00:16 – 00:17: 1, 2")
        // 1500 litres at the start, two deliveries of 500 done, in m³.
        #expect(halt["load_volume"] as? Double == 0.5)
        let left = try #require(features[4]["properties"] as? [String: Any])
        #expect(left["description"] as? String == "Not served; TIME_WINDOW_CONSTRAINT")
    }

    /// RFC 7946 and simplestyle 1.1, as far as our features go.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `every feature keeps to the rules of GeoJSON and simplestyle`(seed: UInt64) throws {
        let problem = Problem.random(seed: seed, jobs: 9, vehicles: 4)
        let plan = Plan.random(for: problem, seed: seed)
        let written = WrittenPlan(plan, evaluation: PlanEvaluation(plan, in: problem), in: problem)
        for feature in try features(try RouteMapFile.text(for: written, in: problem)) {
            #expect(Set(feature.keys) == ["type", "geometry", "properties"])
            #expect(feature["type"] as? String == "Feature")
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(properties["title"] is String)
            let geometry = try #require(feature["geometry"] as? [String: Any])
            #expect(Set(geometry.keys) == ["type", "coordinates"])
            if properties["kind"] as? String == "route" {
                #expect(geometry["type"] as? String == "LineString")
                let path = try #require(geometry["coordinates"] as? [[Double]])
                #expect(path.count >= 2 && path.allSatisfy { $0.count == 2 })
                #expect(isColour(properties["stroke"]))
                #expect(properties["stroke-width"] is Int)
                #expect(properties["stroke-opacity"] as? Double == 0.8)
            } else {
                #expect(geometry["type"] as? String == "Point")
                #expect((geometry["coordinates"] as? [Double])?.count == 2)
                #expect(isColour(properties["marker-color"]))
                #expect(["small", "medium", "large"].contains(properties["marker-size"] as? String))
                let symbol = try #require(properties["marker-symbol"] as? String)
                #expect(Int(symbol) != nil || ["warehouse", "cross"].contains(symbol))
            }
            // Flat, so that a table of attributes can show it.
            #expect(properties.values.allSatisfy { $0 is String || $0 is NSNumber })
        }
    }

    private func isColour(_ value: Any?) -> Bool {
        guard let text = value as? String, text.first == "#", text.count == 7 else { return false }
        return text.dropFirst().allSatisfy(\.isHexDigit)
    }

    @Test func `a caller can keep a patient's name off the map`() throws {
        let (problem, written) = day()
        let text = try RouteMapFile.text(for: written, in: problem) { _ in "patient 7" }
        #expect(!text.contains("place 1"))
        #expect(text.contains("1. patient 7"))
    }

    @Test func `places that only a matrix knows give features without geometry`() throws {
        var (problem, written) = day()
        for index in problem.locations.indices { problem.locations[index].coordinate = nil }
        problem.epoch = nil
        for feature in try features(try RouteMapFile.text(for: written, in: problem)) {
            #expect(feature["geometry"] is NSNull)
        }
        #expect(try RouteMapFile.text(for: written, in: problem).contains("\"arrival\": \"00:16:40\""))
    }

    @Test func `the plane of a published instance is no map`() throws {
        var (problem, written) = day()
        problem.locations[2].coordinate = Coordinate(longitude: 387, latitude: 50)
        let error = #expect(throws: FormatError.self) { try RouteMapFile.text(for: written, in: problem) }
        #expect(
            error?.description
                == "a longitude should be between -180 and 180, but is 387.0; correct the number (F206)"
        )
    }
}
