/// How ruins and recreations are drawn.
///
/// The names follow Christiaens and Vanden Berghe, *Transportation Science* 54 (2020), 417–433; the values not theirs come
/// from the measurements in Docs/benchmarks.md.
struct RuinParameters {
    /// c̄: how many tasks a ruin removes on average, above 0.
    var meanRemoved = 10.0
    /// L^max: the longest string removed from a route, at least 1.
    var longestString = 10.0
    /// Probability that a string keeps some tasks in its middle, 0 … 1.
    var splitStringChance = 0.5
    /// β: probability that a split string keeps no further task, 0 … 1.
    var keepMore = 0.01
    /// Probability that an insertion place is passed over, 0 … 1.
    var blink = 0.01
    /// Probability that a ruin removes a whole route instead of strings, 0 … 1.
    var wholeRouteChance = 0.02
    /// Probability that a route is cut in two before the ruin, 0 … 1.
    var cutChance = 0.05
    /// Probability that two routes exchange their tails before the ruin, 0 … 1.
    var tailsChance = 0.2
    /// Probability that a trip is cut in two or joined to the one before it, before the ruin, 0 … 1; only where vehicles
    /// may load again.
    var tripChance = 0.1
    /// Probability that a route changes to a vehicle of another type before the ruin, and that touched routes look for
    /// the cheapest type after the recreation, 0 … 1; only where there are types.
    var tradeChance = 0.1
    /// Probability that touched routes change to the vehicle that drives them at the least cost, 0 … 1; only where types
    /// differ in what they hold and cost alone.
    var takeChance = 0.3
    /// Probability that touched routes look for another route to exchange vehicles with, 0 … 1; only where types differ in
    /// what they hold and cost alone.
    var exchangeVehiclesChance = 0.1
    /// Probability that a ruin opens a route for absent tasks that have a price, 0 … 1; only where there are such.
    var growChance = 0.1
    /// Probability that a ruin makes room in a route for an absent job with a price, 0 … 1; only where there are such, and no
    /// local search that breaks rules to the same end.
    var makeRoomChance = 0.3
    /// Start temperature in units of cost per task, above 0.
    var startTemperature = 1.0
    /// Start temperature where annealing is all there is, in units of what the first plan pays per task for leaving some out,
    /// above 0; the higher of the two counts.
    var priceTemperature = 7.0
    /// End temperature in the same units, above 0.
    var endTemperature = 0.01
    /// Whether the price of leaving out a required task adapts, which presses routes together; otherwise it
    /// is fixed and high.
    var adaptsPrice = true
}
