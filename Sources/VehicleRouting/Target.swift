// VehicleRouting
