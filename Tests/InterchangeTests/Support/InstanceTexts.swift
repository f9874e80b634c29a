/// Small instance files, each right as it stands, for tests that change one thing.
enum InstanceTexts {
    /// A depot at (0, 0), customer 1 at (3, 4), customer 2 at (1, 1); two vehicles of capacity 10.
    static let solomon = """
        TINY

        VEHICLE
        NUMBER     CAPACITY
          2          10

        CUSTOMER
        CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME

            0        0        0        0          0       100          0
            1        3        4        7         10        20          5
            2        1        1        4          0        90          5
        """

    /// One shipment of 6 from (0, 5) to (0, 9); the depot is at (0, 0).
    static let liLim = """
        1 10 1
        0 0 0 0 0 100 0 0 0
        1 0 5 6 0 50 2 0 2
        2 0 9 -6 0 60 2 1 0
        """

    /// Two depots and two customers, with one vehicle at each depot.
    static let vrplib = """
        NAME : TWO
        TYPE : MDVRP
        DIMENSION : 4
        VEHICLES : 2
        CAPACITY : 10
        EDGE_WEIGHT_TYPE : EXPLICIT
        EDGE_WEIGHT_FORMAT : LOWER_ROW
        EDGE_WEIGHT_SECTION
        5
        2 6
        7 3 4
        DEMAND_SECTION
        1 0
        2 0
        3 4
        4 5
        TIME_WINDOW_SECTION
        1 0 100
        2 10 90
        3 0 50
        4 20 60
        SERVICE_TIME_SECTION
        1 0
        2 0
        3 1
        4 2
        VEHICLES_DEPOT_SECTION
        1 1
        2 2
        DEPOT_SECTION
        1
        2
        -1
        EOF
        """
}

extension String {
    /// The text with the one occurrence of `part` replaced; the test itself is wrong if there is none.
    func replacing(once part: String, with other: String) -> String {
        precondition(components(of: part) == 1, "'\(part)' occurs \(components(of: part)) times")
        return replacing(part, with: other)
    }

    private func components(of part: String) -> Int { ranges(of: part).count }
}
