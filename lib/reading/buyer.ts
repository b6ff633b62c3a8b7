import 'server-only'
import { EU_MEMBERS } from '@/lib/contract/countries'
import { type Profile, profileOf, profilesBeside } from '@/lib/contract/profiles'
import { type BuyerFacts, besideAnyBuyer, groupsForBuyer, latestListed, rulesTellingApart } from '@/lib/ledger/buyer'
import type { Matrix } from '@/lib/ledger/matrix'
import type { Provision } from '@/lib/ledger/record'
import type { Opened } from './opened'

/**
 * The buyer that a matrix is asked for, beside any buyer and beside the others of whom readers ask most: for each, how many
 * cells read otherwise than for any buyer. Told on the same day, as known on the same day, and by the same way out.
 */
export function buyerOf({ coordinates, law }: Opened, matrix: Matrix) {
  const { question } = coordinates
  const answered = matrix.rows.flatMap((row) => row.cells)
  const cells = answered.map(({ answer: { material, form } }) => ({ material, form }))
  const byName = new Map(answered.map((cell) => [`${cell.answer.material}/${cell.answer.form}`, cell]))
  const beside = besideAnyBuyer(law, question, cells, byName)
  const listed = latestListed(law, question.on)
  const profiles = profilesBeside(question, listed?.key ?? null)
  const current = profileOf(question, profiles)
  const own = beside.differences(question)
  const partyOf = ({ party }: BuyerFacts) => (party === null ? null : (law.parties.get(party) ?? null))
  const apart = rulesTellingApart(law, EU_MEMBERS, cells)
  return {
    profiles: profiles.map((profile) => ({
      ...profile,
      party: partyOf(profile.facts),
      count: profile === current ? own.length : beside.count(profile.facts),
    })),
    current: current?.name ?? null,
    differences: own,
    groups: groupsForBuyer(own).map((group) => ({ ...group, clauses: group.rules.flatMap(withInstrument) })),
    member: isMember(current) ? { country: current.facts.to, apart: apart.flatMap(withInstrument) } : null,
  }

  function withInstrument(rule: Provision) {
    const instrument = law.instruments.get(rule.instrument)
    return instrument === undefined ? [] : [{ rule, instrument }]
  }
}

function isMember(profile: Profile | null): profile is Profile & { readonly facts: { readonly to: string } } {
  return profile?.name === 'eu'
}
