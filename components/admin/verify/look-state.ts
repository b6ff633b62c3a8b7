import type { SignInAgain } from '@/components/admin/ui/act-state'
import type { ActProblem } from '@/lib/contract/edit/act-problem'

/** What became of the form of a look: what to put right, and all that was typed and chosen, so that nothing is lost. */
export type LookState = {
  readonly problems: readonly ActProblem[]
  readonly typed: LookTyped
  /** Only where nobody is signed in who may look. */
  readonly signIn?: SignInAgain
}

export type LookTyped = {
  readonly instruments: readonly string[]
  readonly on: string
  readonly where: string
  readonly found: string
  readonly note: string
}

export type LookAct = (previous: LookState, form: FormData) => Promise<LookState>
