public import VehicleRouting

/// What people at dock and door need to know beyond the problem: names, goods, notes.
///
/// Nothing here has any influence on a plan.
public struct DayDescriptions: Hashable, Sendable {
    /// What is known of each task.
    public var tasks: [TaskReference: TaskDescription]
    /// Notes on vehicles, by index.
    public var vehicleNotes: [Int: String] = [:]
    /// Numbers the driver calls in an emergency, as they are printed; without any the sheet leaves a line to write on.
    public var emergencyNumbers: [String]

    /// Descriptions of `tasks`.
    public init(tasks: [TaskReference: TaskDescription] = [:], emergencyNumbers: [String] = []) {
        self.tasks = tasks
        self.emergencyNumbers = emergencyNumbers
    }
}

/// What is known of one task: its goods and its place.
public struct TaskDescription: Hashable, Sendable {
    /// The codes of the orders that are handed over; empty means the task's own id.
    public var orders: [String]
    /// What is handed over, a line per product.
    public var goods: [GoodsLine]
    /// The kind of place: pharmacy, hospital.
    public var siteKind: String
    /// Street, postcode and town.
    public var address: String
    /// Telephone.
    public var contact: String
    /// Entrance, door code, who signs.
    public var siteNotes: String
    /// What the order says to the driver.
    public var remarks: String

    /// A description in which everything that is not given is empty.
    public init(
        orders: [String] = [],
        goods: [GoodsLine] = [],
        siteKind: String = "",
        address: String = "",
        contact: String = "",
        siteNotes: String = "",
        remarks: String = ""
    ) {
        self.orders = orders
        self.goods = goods
        self.siteKind = siteKind
        self.address = address
        self.contact = contact
        self.siteNotes = siteNotes
        self.remarks = remarks
    }
}

/// One product of an order.
public struct GoodsLine: Hashable, Sendable {
    /// Name or code of the product.
    public var product: String
    /// How many, as the order wrote it.
    public var quantity: String
    /// The batch.
    public var lot: String
    /// The category of a radioactive package, as its label says: `II-Yellow`.
    public var category: String

    /// `quantity` of `product` from batch `lot`, in a package of a category.
    public init(product: String, quantity: String = "", lot: String = "", category: String = "") {
        self.product = product
        self.quantity = quantity
        self.lot = lot
        self.category = category
    }
}
