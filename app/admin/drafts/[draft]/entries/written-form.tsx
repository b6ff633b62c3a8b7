import type { ReactNode } from 'react'
import { EntryActions } from '@/components/admin/form/entry-actions'
import { EntryForm } from '@/components/admin/form/entry-form.client'
import { entryWords } from '@/components/admin/form/entry-words'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { SignInFields } from '@/components/admin/sign-in/sign-in-fields'
import { draftAddress } from '@/components/admin/ui/addresses'
import { say } from '@/lib/contract/words/catalogue'
import type { Written } from '@/lib/editing/save-form'
import { autosaveEntry, saveEntry } from './actions'

/** The form of an entry with its actions. @param address the page it stands on: it answers there without scripts. */
export function WrittenForm({
  written,
  address,
  version,
  children,
}: {
  readonly written: Written
  readonly address: string
  readonly version: number | null
  readonly children: ReactNode
}) {
  return (
    <EntryForm
      save={saveEntry.bind(null, written)}
      autosave={autosaveEntry.bind(null, written)}
      address={address}
      version={version}
      words={entryWords()}
      signIn={<SignInFields />}
      foot={<EntryActions draft={written.draft} />}
    >
      {children}
    </EntryForm>
  )
}

/** The answer to who sent a form and may not edit: it shows nothing but what they sent, and asks them to sign in. */
export function SenderForm({ written, address }: { readonly written: Written; readonly address: string }) {
  return (
    <AdminMain title={say('forms.page.title')}>
      <WrittenForm written={written} address={address} version={null}>
        {null}
      </WrittenForm>
    </AdminMain>
  )
}

/** What stands where the form of a draft that takes nothing would. */
export function ClosedForm({ draft }: { readonly draft: string }) {
  return (
    <p className="notice" data-tone="unclear">
      {say('forms.page.closed')} <a href={draftAddress(draft)}>{say('forms.act.leave')}</a>
    </p>
  )
}
