import { ANY_BUYER, type BuyerFacts, isSameBuyer } from '@/lib/ledger/buyer'
import type { Question } from '@/lib/ledger/question'
import { EU_MEMBERS } from './countries'

/** Buyers of whom readers ask most: each is nothing but facts, of the kind that every question has. */
const PROFILES = ['any', 'eu', 'us', 'jp', 'party'] as const
export type ProfileName = (typeof PROFILES)[number]

export type Profile = { readonly name: ProfileName; readonly facts: BuyerFacts }

/** The union is no destination: of its members this one is asked, unless the question asks for another. */
const MEMBER_ASKED = 'DE'

/**
 * The profiles beside a question, in their order.
 *
 * @param listed the party that stands for "a listed party" where the question names none; `null` leaves that profile out.
 */
export function profilesBeside(question: Question, listed: string | null): readonly Profile[] {
  const party = question.party ?? listed
  const facts: { readonly [name in ProfileName]: BuyerFacts | null } = {
    any: ANY_BUYER,
    eu: { ...ANY_BUYER, to: memberAskedBy(question) },
    us: { ...ANY_BUYER, to: 'US', use: 'military' },
    jp: { ...ANY_BUYER, to: 'JP', use: 'military' },
    party: party === null ? null : { ...ANY_BUYER, party },
  }
  return PROFILES.flatMap((name) => {
    const asked = facts[name]
    return asked === null ? [] : [{ name, facts: asked }]
  })
}

/** The profile that a question asks by, if it is one; every member of the EU with nothing else said is one. */
export function profileOf(question: Question, profiles: readonly Profile[]): Profile | null {
  return profiles.find(({ facts }) => isSameBuyer(facts, question)) ?? null
}

function memberAskedBy({ to }: Question): string {
  return to !== null && EU_MEMBERS.includes(to) ? to : MEMBER_ASKED
}
