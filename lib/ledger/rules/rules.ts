import { actsNameTargets, lateExtensions, suspensionsAfterIssue } from './acts'
import type { Broken, Proposal, Rule, RuleNumber, Settled } from './broken'
import { RULE_NUMBERS } from './broken'
import { extensionsOfNoExtension, noCircles } from './circles'
import { daysToComeAreCited, lawCitesItself } from './citing'
import { formsOfMaterials, hsCodesShaped, itemCodesUnique, statementsCarryNothing } from './lines'
import { daysInOrder, delistingFollowsListing } from './order-of-days'
import { referencesResolve, replacementsStand } from './references'
import { looksNotAhead, looksNotBack, verificationsOnlyLook, wordingIsWords } from './revision-kinds'
import { onePointForAPeriod } from './series'
import { endsStay, oneVersionOfAKey } from './steps'
import { eventsUnderRegimes, formsInOwnPlaces, partyListsNamed, seventeenElements, sourcesOnce } from './whole'

/**
 * Every rule, and how it is settled when it is broken.
 *
 * A rule may be overridden only where the text itself can be of a kind that the rule did not foresee: E6, E10 and E14
 * say why. All others tell of a record that would contradict itself, or of a revision of the wrong kind: overriding one
 * would leave a record that its own files could not be read back from, or a kind that says what is not so.
 */
export const RULES: { readonly [rule in RuleNumber]: { readonly settled: Settled; readonly broken: Rule } } = {
  E1: { settled: 'must-mend', broken: daysInOrder },
  E2: { settled: 'must-mend', broken: suspensionsAfterIssue },
  E3: { settled: 'may-confirm', broken: lateExtensions },
  E4: { settled: 'must-mend', broken: actsNameTargets },
  E5: { settled: 'must-mend', broken: oneVersionOfAKey },
  E6: { settled: 'may-override', broken: lawCitesItself },
  E7: { settled: 'must-mend', broken: statementsCarryNothing },
  E8: { settled: 'must-mend', broken: referencesResolve },
  E9: { settled: 'must-mend', broken: replacementsStand },
  E10: { settled: 'may-override', broken: itemCodesUnique },
  E11: { settled: 'must-mend', broken: hsCodesShaped },
  E12: { settled: 'must-mend', broken: delistingFollowsListing },
  E13: { settled: 'may-confirm', broken: endsStay },
  E14: { settled: 'may-override', broken: daysToComeAreCited },
  E15: { settled: 'must-mend', broken: wordingIsWords },
  E16: { settled: 'must-mend', broken: verificationsOnlyLook },
  E17: { settled: 'must-mend', broken: looksNotAhead },
  E18: { settled: 'must-mend', broken: looksNotBack },
  E19: { settled: 'must-mend', broken: noCircles },
  E20: { settled: 'must-mend', broken: extensionsOfNoExtension },
  E21: { settled: 'must-mend', broken: formsOfMaterials },
  E22: { settled: 'must-mend', broken: partyListsNamed },
  E23: { settled: 'must-mend', broken: seventeenElements },
  E24: { settled: 'must-mend', broken: formsInOwnPlaces },
  E25: { settled: 'must-mend', broken: sourcesOnce },
  E26: { settled: 'must-mend', broken: eventsUnderRegimes },
  E27: { settled: 'must-mend', broken: onePointForAPeriod },
}

/**
 * Every rule that a change set breaks, by the rules' numbers. A record with a circle of acts or a dangling key cannot be
 * computed: consequences are shown of a change set that breaks none of the rules that must be mended.
 */
export function brokenRules(proposal: Proposal): readonly Broken[] {
  return RULE_NUMBERS.flatMap((rule) => {
    const { settled, broken } = RULES[rule]
    return broken(proposal).map((breach) => ({ ...breach, rule, settled }))
  })
}
