import Testing

@testable import RouteSearch

@Suite struct TaskListTests {
    private func tasks(_ list: borrowing TaskList) -> [Int32] {
        (0..<list.count).map { list[$0] }
    }

    @Test func `short and long lists sort by key and then by number`() {
        for count in [5, 60] {
            // Keys repeat every four tasks, so that ties must be broken by number.
            let keys = Slab((0..<Int32(count)).map { ($0 * 7) % 4 })
            var list = TaskList(capacity: count)
            for task in (0..<Int32(count)).reversed() { list.append(task) }
            list.sort(by: keys, offset: 0)
            let expected = (0..<Int32(count)).sorted { (($0 * 7) % 4, $0) < (($1 * 7) % 4, $1) }
            #expect(tasks(list) == expected)
        }
    }

    @Test func `shuffling keeps every task and moves some`() {
        var list = TaskList(capacity: 20)
        for task in 0..<Int32(20) { list.append(task) }
        var random = SearchRandom(seed: 1)
        list.shuffle(&random)
        #expect(tasks(list).sorted() == Array(0..<20))
        #expect(tasks(list) != Array(0..<20))
    }

    @Test func `a list replaced by another holds the other's tasks`() {
        var one = TaskList(capacity: 4)
        var two = TaskList(capacity: 4)
        for task in [3, 1] as [Int32] { one.append(task) }
        two.append(0)
        two.replace(with: one)
        #expect(tasks(two) == [3, 1])
    }
}
