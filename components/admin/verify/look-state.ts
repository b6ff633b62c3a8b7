/** What became of the form of a look: what to put right, and all that was typed and chosen, so that nothing is lost. */
export type LookState = {
  readonly problems: readonly { readonly field: string; readonly say: string }[]
  readonly typed: LookTyped
}

export type LookTyped = {
  readonly instruments: readonly string[]
  readonly on: string
  readonly where: string
  readonly found: string
  readonly note: string
}

export type LookAct = (previous: LookState, form: FormData) => Promise<LookState>
