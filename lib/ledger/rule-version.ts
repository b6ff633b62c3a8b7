/**
 * The version of the rules as this ledger works them out (R1–R13). It goes up by one whenever the same record and the same
 * question may be answered otherwise than before, because a rule changed or a fault was mended: what was frozen or kept
 * elsewhere under an older version can then be told from what is said now.
 */
export const RULE_VERSION = 1
