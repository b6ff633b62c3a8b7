import type { WholeRecord } from './testimony'

/** The record before its first revision. */
export const NOTHING_RECORDED: WholeRecord = {
  materials: [],
  forms: [],
  regimes: [],
  instruments: [],
  provisions: [],
  parties: [],
  sources: [],
  events: [],
  claims: [],
  indicators: [],
}
