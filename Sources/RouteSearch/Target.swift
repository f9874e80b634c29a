// RouteSearch
