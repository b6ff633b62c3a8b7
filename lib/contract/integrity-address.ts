/** Where readers are told whether the record is what it was when it was written. */
export const INTEGRITY = '/about/integrity'
