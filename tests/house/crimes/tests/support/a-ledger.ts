export const aLedger = {}
