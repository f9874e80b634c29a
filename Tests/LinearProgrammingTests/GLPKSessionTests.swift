import Dispatch
import Synchronization
import Testing

@testable import LinearProgramming

@Suite struct GLPKSessionTests {
    @Test func `a thousand solves leave no block of memory behind`() throws {
        let linear = try TwoProducts().program
        let integer = try Knapsack().program
        GLPKSession.run {
            let before = GLPKSession.blocksInUse
            for _ in 0..<500 {
                for program in [linear, integer] {
                    var problem = GLPKProblem(program, relaxed: false)
                    let outcome = problem.solve(SolveOptions(), relaxed: !program.hasIntegers)
                    #expect(outcome.status == .optimal)
                    #expect(GLPKSession.blocksInUse > before)
                }
            }
            #expect(GLPKSession.blocksInUse == before)
        }
    }

    @Test(arguments: [false, true])
    func `programs made on one thread are solved on several at once`(takingTurns: Bool) throws {
        // A program costs more the higher its number, so that a mixed-up answer shows: 1 + 2 + … along the diagonal.
        let programs = try (1...16).map { number in
            try Assignment(
                costs: (0..<6).map { job in
                    (0..<6).map { vehicle in job == vehicle ? Double(number) : Double(number) + 1 }
                }
            ).program
        }
        let objectives = Mutex<[Int: Double]>([:])
        DispatchQueue.concurrentPerform(iterations: 64) { turn in
            let program = programs[turn % 16]
            let outcome = GLPKSession.run(takingTurns: takingTurns || !GLPKSession.isReentrant) {
                var problem = GLPKProblem(program, relaxed: true)
                return problem.solve(SolveOptions(), relaxed: true)
            }
            objectives.withLock { $0[turn] = outcome.answer?.objective }
        }
        for turn in 0..<64 {
            // Six jobs on the diagonal of program n cost n each.
            #expect(objectives.withLock { $0[turn] } == Double(6 * (turn % 16 + 1)))
        }
    }

    @Test func `a fault of GLPK's own is told in its words and the next solve works`() throws {
        let program = try TwoProducts().program
        let fault = GLPKSession.run {
            var problem = GLPKProblem(program, relaxed: true)
            // No such setting: GLPK would end the process here.
            _ = problem.simplex(presolve: 7, milliseconds: .max)
            return problem.fault
        }
        #expect(try #require(fault).contains("presolve = 7; invalid parameter"))
        #expect(program.solve().status == .optimal)
    }

    @Test func `solving and writing print nothing`() async throws {
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardOutputContent, \.standardErrorContent]
        ) {
            for presolve in [true, false] {
                _ = try TwoProducts().program.solve(SolveOptions(presolve: presolve))
                _ = try Knapsack().program.solve(SolveOptions(presolve: presolve))
            }
            try TwoProducts().program.writeLPFormat(to: "/dev/null")
        }
        // GLPK would announce itself, count rows and lines, and say OPTIMAL.
        let streams = [result?.standardOutputContent, result?.standardErrorContent].compactMap { $0 }
        for stream in streams {
            let text = String(decoding: stream, as: UTF8.self)
            #expect(!text.contains("GLPK") && !text.contains("OPTIMAL") && !text.contains("lines"))
        }
    }
}
