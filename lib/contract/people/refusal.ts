import { say } from '@/lib/contract/words/catalogue'

/** Why somebody is not signed in. Unknown address, wrong password and disabled person are one refusal, so that none is told apart. */
export type SignInRefusal =
  | { readonly why: 'wrong' }
  | { readonly why: 'wait'; readonly seconds: number }
  /** The password is right, and this person has a second factor. */
  | { readonly why: 'code-needed' }
  | { readonly why: 'wrong-code' }
  /** The second step came too late, or was tried too often: the first is due again. */
  | { readonly why: 'begin-again' }
  /** No browser would keep the session: the address is neither `https` nor this machine. */
  | { readonly why: 'not-safe' }

export function saySignInRefusal(refusal: SignInRefusal): string {
  switch (refusal.why) {
    case 'wait':
      return say('people.signIn.wait', { minutes: Math.ceil(refusal.seconds / 60) })
    case 'wrong':
    case 'code-needed':
    case 'wrong-code':
    case 'begin-again':
    case 'not-safe':
      return say(`people.signIn.${refusal.why}`)
  }
}

/** Why something about people is not done. */
export type PeopleRefusal =
  | { readonly why: 'no-such-person' }
  | { readonly why: 'last-admin' }
  | { readonly why: 'oneself' }
  | { readonly why: 'address-taken'; readonly email: string }
  | { readonly why: 'not-an-address' }
  | { readonly why: 'not-a-role' }
  | { readonly why: 'no-name' }
  | { readonly why: 'not-a-name'; readonly field: 'name' | 'publicName'; readonly most: number }
  /** The password was tried too often. */
  | { readonly why: 'wait'; readonly seconds: number }
  | { readonly why: 'link-unknown' }
  | { readonly why: 'link-used' }
  | { readonly why: 'link-expired' }
  | { readonly why: 'link-withdrawn' }
  | { readonly why: 'wrong-password' }
  | { readonly why: 'wrong-code' }
  | { readonly why: 'same-password' }
  | { readonly why: 'no-password-here' }
  | { readonly why: 'weak-password'; readonly say: string }

export function sayPeopleRefusal(refusal: PeopleRefusal): string {
  switch (refusal.why) {
    case 'weak-password':
      return refusal.say
    case 'wait':
      return saySignInRefusal({ why: 'wait', seconds: refusal.seconds })
    case 'not-a-name':
      return say('people.refused.not-a-name', { most: refusal.most })
    case 'address-taken':
      return say('people.refused.address-taken', { email: refusal.email })
    default:
      return say(`people.refused.${refusal.why}`)
  }
}

/** The field of a form about names that a refusal is about; `null` when it is about something else. */
export function nameField(refusal: PeopleRefusal): 'name' | 'publicName' | null {
  if (refusal.why === 'not-a-name') return refusal.field
  return refusal.why === 'no-name' ? 'name' : null
}

const IN_ADDRESS = ['no-such-person', 'last-admin', 'oneself', 'not-a-role', 'link-unknown'] as const

/** The sentence for a refusal that an address names; `null` for an address that names none. */
export function sayRefusedInAddress(why: unknown): string | null {
  const known = IN_ADDRESS.find((word) => word === why)
  return known === undefined ? null : sayPeopleRefusal({ why: known })
}
