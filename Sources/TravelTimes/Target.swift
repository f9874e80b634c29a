// TravelTimes
