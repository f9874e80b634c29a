extension CompiledInstance {
    /// How much freedom the windows leave: the mean of their widths as parts of the first type's shift, 0 … 1.
    ///
    /// Of several windows of a task the span counts; no window at all is 1.
    var windowFreedom: Double {
        guard let type = types.first, visitCount > 0 else { return 1 }
        let shift = max(Double(type.latestEnd) - Double(type.earliestDeparture), 1)
        var sum = 0.0
        for task in 0..<visitCount {
            sum += min((Double(tasks.closes[task]) - Double(tasks.opens[task])) / shift, 1)
        }
        return sum / Double(visitCount)
    }
}
