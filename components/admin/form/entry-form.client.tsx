'use client'

import { type ReactNode, useActionState, useRef } from 'react'
import { AutosaveLine, type AutosaveWords, useAutosave } from '@/components/admin/form/autosave.client'
import { Carried, type CarriedWords } from '@/components/admin/form/carried.client'
import type { AutosaveAction, SaveAction, SaveState } from '@/lib/contract/edit/form/save-state'

const FRESH: SaveState = { step: 'fresh' }

/**
 * The form of an entry. While it can be saved it shows its fields; when it cannot, because the session ended, because
 * somebody else saved meanwhile, or because something typed cannot be kept, it shows that instead and carries everything
 * typed along, with and without scripts.
 *
 * @param address of this page: without scripts the answer to the form comes under it, whoever is signed in by then.
 */
export function EntryForm({
  save,
  autosave,
  address,
  version,
  words,
  signIn,
  foot,
  children,
}: {
  readonly save: SaveAction
  readonly autosave: AutosaveAction
  readonly address: string
  /** The version that the fields show; `null` for an entry that was not saved yet. */
  readonly version: number | null
  readonly words: CarriedWords & AutosaveWords & { readonly save: string }
  readonly signIn: ReactNode
  /** The buttons. */
  readonly foot: ReactNode
  /** The fields; nothing where nobody is signed in to see them. */
  readonly children: ReactNode
}) {
  const [state, act] = useActionState(save, FRESH, address)
  if (isCurrent(state, version)) return <Carried state={state} act={act} words={words} signIn={signIn} />
  return (
    <Fields key={version} act={act} autosave={autosave} opened={version} address={address} words={words} foot={foot}>
      {children}
    </Fields>
  )
}

/** What an earlier save left behind is over once the entry was saved again. */
function isCurrent(state: SaveState, version: number | null): state is Exclude<SaveState, { readonly step: 'fresh' }> {
  if (state.step === 'fresh') return false
  return version === null || version <= (state.version ?? 0)
}

function Fields({
  act,
  autosave,
  opened,
  address,
  words,
  foot,
  children,
}: {
  readonly act: (form: FormData) => void
  readonly autosave: AutosaveAction
  /** The version that the fields showed when the page came. */
  readonly opened: number | null
  readonly address: string
  readonly words: AutosaveWords & { readonly save: string }
  readonly foot: ReactNode
  readonly children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const { saved, version, onSubmit } = useAutosave(form, autosave, { opened, address })
  return (
    <form ref={form} action={act} className="entry-form" onSubmit={onSubmit} noValidate>
      {/* The first button of a form is the one that Enter presses: it saves, and takes no row out. */}
      <button type="submit" name="_do" value="save" className="hidden-text" tabIndex={-1} aria-hidden="true">
        {words.save}
      </button>
      <input type="hidden" name="_version" value={version ?? ''} />
      {children}
      <div className="form-foot">
        {foot}
        <AutosaveLine saved={saved} words={words} />
      </div>
    </form>
  )
}
