/// Every phrase that a person may see; the raw value is its name in templates.
///
/// Each language has a table with one entry per phrase, and the compiler refuses a table that lacks one.
public enum Phrase: String, Hashable, Sendable, CaseIterable {
    // Quantities
    case anyTemperature
    case anyTime
    case emptyLoad
    case temperatureRange
    case temperatureFrom
    case temperatureUpTo
    case percentagePoints
    case vehicleCount
    case stopCount
    case noDifference
    case notKnown
    case notNamed
    case patient
    case takesAlong
    case better
    case worse
    case lateBy
    case total

    // Words of tables and charts
    case vehicle
    case stop
    case order
    case site
    case window
    case arrival
    case service
    case departure
    case margin
    case goods
    case goodsRegime
    case compartment
    case carrier
    case depot
    case price
    case handOver
    case loadAfter
    case loading
    case driving
    case serving
    case waiting
    case late
    case shift
    case windowKey
    case windowOfStops
    case wholeVehicle
    case notCooled
    case fillOfDimension
    case fillOfCapacity

    // The report's frame
    case reportTitle
    case untitledDay
    case navigation
    case factDate
    case factTimeZone
    case factEngine
    case factSeed
    case factSeconds
    case factIterations
    case factTermination
    case factLowerBound

    // Figures of the day
    case figuresHeading
    case figure
    case thisPlan
    case baseline
    case difference
    case meaning
    case baselineTodayNote
    case baselineTerritoriesNote
    case transportCost
    case transportCostNote
    case carrierCharges
    case carrierChargesNote
    case ordersServed
    case ordersServedNote
    case ordersToCarriers
    case ordersToCarriersNote
    case ordersUnassigned
    case ordersUnassignedNote
    case vehiclesUsed
    case vehiclesUsedNote
    case distanceDriven
    case distanceDrivenNote
    case emptyShare
    case emptyShareNote
    case workingTime
    case workingTimeNote
    case waitingTime
    case waitingTimeNote
    case costPerOrder
    case costPerOrderNote
    case costPerStop
    case costPerStopNote
    case costPerKilometre
    case costPerKilometreNote
    case shareOfGoodsValue
    case shareOfGoodsValueNote
    case leastMargin
    case leastMarginNote
    case medianMargin
    case medianMarginNote
    case fill
    case fillNote
    case brokenPromises
    case brokenPromisesNote

    // What needs attention
    case attentionHeading
    case everythingPlaced
    case leftOutHeading
    case leftOut
    case tightHeading
    case whyAndWhatWouldHelp
    case brokenPromise
    case reasonUnknown
    case furtherReasons
    case reasonCapacity
    case reasonCapacityOfCompartment
    case reasonTimeWindow
    case reasonOtherWindow
    case reasonShift
    case reasonDepotHours
    case reasonSkill
    case reasonRegime
    case reasonDepot
    case reasonVehicle
    case reasonMaxDistance
    case reasonMaxDuration
    case reasonMaxTravelTime
    case reasonMaxTasks
    case reasonDriving
    case reasonRest
    case reasonRelation
    case reasonPrice
    case reasonNone
    case reasonEvenAlone
    case bothMustGive
    case reasonOther
    case reasonOtherWithoutAmount
    case violationDelay
    case violationLoad
    case violationSkills
    case violationRegime
    case violationDepot
    case violationVehicle
    case violationMaxTasks
    case violationMaxTravelTime
    case violationMaxDistance
    case violationMaxDuration
    case violationPrecedence
    case violationDuplicate
    case violationMissing
    case violationReload
    case violationMissingBreak
    case violationDriving
    case violationRelation
    case violationCarrier

    // What the fleet lacks
    case capacityShort
    case capacityShortBetween
    case capacityLeft
    case capacityVehicles
    case allGoods
    case goodsAtAnyTemperature
    case goodsOfRegime
    case amountOfReturns
    case amountOfVehicleTime
    case amountOfTasks

    // Map and chart
    case mapHeading
    case mapLabel
    case mapHint
    case zoomIn
    case zoomOut
    case zoomAll
    case legendSummary
    case toCarrier
    case ganttHeading

    // Routes and carriers
    case routesHeading
    case routeSummary
    case routeTimes
    case carriersHeading
    case noCarriers

    // How the search went
    case convergenceHeading
    case convergenceSummary
    case convergenceNote
    case armRuinAndRecreate
    case armCrossover

    // Driver sheets
    case sheetsTitle
    case sheetStart
    case sheetSummary
    case sheetEnd
    case sheetOpenEnd
    case sheetDriver
    case sheetOdometer
    case sheetEmergency
    case setPoint
    case loadAtDeparture
    case temperatureLoaded
    case temperatureReturn
    case eta
    case temperature
    case inRange
    case receivedBy
    case onAlarmTitle
    case onAlarm

    // The terminal
    case progressReading
    case progressTravelTimes
    case progressCapacity
    case progressBaseline
    case progressSearching
    case progressExplaining
    case progressChecking
    case progressWriting
    case progressSeconds
    case progressSecondsOf
    case progressCost
    case progressUnassigned
    case progressRoutes
    case interrupting
    case interrupted
    case solvedCost
    case solvedRoutes
    case searchEnded
    case endedByTime
    case endedByIterations
    case endedByCancellation
    case endedWithNothing
    case wroteFile
    case wroteFiles
    case generatedOrders
    case generatedImpossible
    case generatedVehicles
    case generatedRoom
    case generatedWork
    case rowsRejected
    case planHolds
    case planFails
    case noFeasiblePlan
}
