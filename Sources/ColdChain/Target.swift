// ColdChain
