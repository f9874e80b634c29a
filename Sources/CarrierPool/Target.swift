// CarrierPool
