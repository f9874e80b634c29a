// RouteBounds
