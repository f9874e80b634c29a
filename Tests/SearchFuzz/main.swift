import RouteSearch
import RoutingTestSupport
import VehicleRouting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// Solves random problems for some seconds and has every plan judged; scripts/fuzz runs it with the address sanitiser.
//
//     search-fuzz SECONDS [FIRST-SEED [COUNT]]
//
// The seed of each problem is printed before it is solved, so whatever ends the program can be made to happen again.

let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
guard let seconds = numbers.first else {
    print("usage: search-fuzz SECONDS [FIRST-SEED [COUNT]]")
    exit(2)
}
let firstSeed = numbers.count > 1 ? numbers[1] : UInt64.random(in: 1...999_999_999)
let count = numbers.count > 2 ? numbers[2] : .max
print("seconds \(seconds), first seed \(firstSeed)")
let clock = ContinuousClock()
let began = clock.now
var seed = firstSeed
while seed - firstSeed < count, began.duration(to: clock.now) < .seconds(Int(seconds)) {
    let trial = FuzzTrial(seed: seed)
    print("seed \(seed): \(trial.summary)")
    fflush(nil)
    let findings = trial.findings()
    guard findings.isEmpty else {
        print("seed \(seed) FAILED; to see it again: scripts/fuzz 60 \(seed) 1")
        for finding in findings { print("  \(finding)") }
        exit(1)
    }
    seed += 1
}
print("\(seed - firstSeed) problems, no finding")
