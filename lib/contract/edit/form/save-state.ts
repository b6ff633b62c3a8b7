import { type SignInRefusal, saySignInRefusal } from '../../people/refusal'
import { say } from '../../words/catalogue'
import { type EditRefusal, sayEditRefusal } from '../refusal'
import { type CarriedField, carriedFrom, credentialsIn, versionIn } from './meta'
import { type MovedField, movedFields } from './moved'
import type { Posted } from './posted'
import type { FormProblem } from './problems'

/** Why a form is not saved: what it says cannot be kept at all, or its draft refuses it. */
export type FormRefusal = EditRefusal | { readonly why: 'unkeepable'; readonly problems: readonly FormProblem[] }

/** Why nobody may save who sends a form: nobody is there, or somebody who may not edit. */
export type NoEditor = { readonly why: 'nobody' | 'role' | 'password' | 'second-factor' } | SignInRefusal

/**
 * What a form left behind when it could not be saved. All of it carries what was typed, so that the next step saves
 * exactly that; `version` is the one the entry had then, and a form opened later does not show it any more.
 */
export type SaveState =
  | { readonly step: 'fresh' }
  | {
      readonly step: 'signed-out'
      readonly version: number | null
      readonly problems: readonly FormProblem[]
      readonly email: string
      readonly carried: readonly CarriedField[]
    }
  | {
      readonly step: 'moved'
      readonly version: number | null
      readonly problems: readonly FormProblem[]
      readonly fields: readonly MovedField[]
      readonly carried: readonly CarriedField[]
    }
  | {
      readonly step: 'refused'
      readonly version: number | null
      readonly problems: readonly FormProblem[]
      readonly carried: readonly CarriedField[]
    }

export type SaveAction = (previous: SaveState, form: FormData) => Promise<SaveState>

/** How a save ended that nobody asked for: the version and the instant, or why there was none. */
export type Autosaved = { readonly version: number; readonly at: string } | { readonly say: string }

export type AutosaveAction = (form: FormData) => Promise<Autosaved>

export function sayNoEditor(refusal: NoEditor): string {
  switch (refusal.why) {
    case 'nobody':
    case 'role':
    case 'password':
    case 'second-factor':
      return say(`forms.noEditor.${refusal.why}`)
    default:
      return saySignInRefusal(refusal)
  }
}

export function saySaveRefusal(refusal: FormRefusal): string {
  return refusal.why === 'unkeepable' ? refusal.problems.map((one) => one.say).join(' ') : sayEditRefusal(refusal)
}

/** A form that nobody sent who may: it asks for a password and carries the rest along. */
export function signedOut(refusal: NoEditor, posted: readonly Posted[]): SaveState {
  return {
    step: 'signed-out',
    version: versionIn(posted),
    problems: [{ name: null, say: sayNoEditor(refusal) }],
    email: credentialsIn(posted)?.email ?? '',
    carried: carriedFrom(posted),
  }
}

/** A form that its draft refused: with the choice between two versions where somebody else saved meanwhile. */
export function notSaved(refusal: FormRefusal, posted: readonly Posted[]): SaveState {
  const carried = carriedFrom(posted)
  const version = versionIn(posted)
  if (refusal.why === 'unkeepable') return { step: 'refused', version, problems: refusal.problems, carried }
  const problems = [{ name: null, say: sayEditRefusal(refusal) }]
  if (refusal.why !== 'entry-moved' || refusal.theirs === null) return { step: 'refused', version, problems, carried }
  const fields = movedFields(refusal)
  return { step: 'moved', version: refusal.theirs.version, problems, fields, carried }
}
