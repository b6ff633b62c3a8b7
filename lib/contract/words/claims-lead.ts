import { say } from './catalogue'

/**
 * What is said of claims about cells, sentence by sentence.
 *
 * @param undecided how many of them are not contradicted either.
 */
export function claimsLead(undecided: number): readonly string[] {
  return [say('proof.claims.never'), ...(undecided === 0 ? [] : [say('proof.claims.undecided', { count: undecided })])]
}
