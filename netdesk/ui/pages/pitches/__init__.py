"""The page of pitches: the list, a pitch with its versions, writing and rehearsing one."""
