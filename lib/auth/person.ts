import type { Role } from '@/lib/contract/people/role'

declare const signedIn: unique symbol
declare const mayEdit: unique symbol
declare const mayReview: unique symbol
declare const mayAdminister: unique symbol

/**
 * Proof that a request came from somebody who is signed in and not disabled. Only `lib/auth` makes one, for one request;
 * a use case that needs one cannot be called without it.
 */
export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** The name that readers are told; `null` for who chose none. */
  readonly publicName: string | null
  readonly [signedIn]: true
}

/** Proof that the person keeps drafts: editor, reviewer or admin. */
export type Editor = Person & { readonly [mayEdit]: true }

/** Proof that the person reviews, publishes and overrides: reviewer or admin. */
export type Reviewer = Editor & { readonly [mayReview]: true }

/** Proof that the person manages people and reads the log. */
export type Admin = Reviewer & { readonly [mayAdminister]: true }
