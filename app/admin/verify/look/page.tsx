import type { Metadata } from 'next'
import { editorOrSender } from '@/app/admin/sender'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { formAddress } from '@/components/admin/ui/form-address'
import { LookForm } from '@/components/admin/verify/look-form.client'
import { lookWords } from '@/components/admin/verify/look-words'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentsAsked } from '@/lib/editing/worklist'
import { prepareLook } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('verify.form.title') }

/** A look at the instruments named (`?instrument=cn-2025-70`, more than once for more), or at a regime (`?regime=october-9`). */
export default async function LookPage({ searchParams }: PageProps<'/admin/verify/look'>) {
  const editor = await editorOrSender()
  const { instrument, regime } = await searchParams
  const asked = [instrument ?? []].flat()
  if (editor === null) return <LookAgain asked={asked} />

  const { today, instruments } = await instrumentsAsked(editor, { keys: asked, regime: [regime ?? []].flat() })
  const choices = instruments.map(({ key, number, titleEn, verifiedThrough }) => ({
    key,
    label: say('verify.form.instrumentLine', { name: number ?? titleEn, through: dayInWords(verifiedThrough) }),
  }))
  const keys = choices.map(({ key }) => key)
  return (
    <AdminMain title={say('verify.form.title')} trail={[{ label: say('verify.title'), href: '/admin/verify' }]}>
      <p className="lede">{say('verify.form.lead')}</p>
      {choices.length === 0 ? (
        <p>{say('verify.form.choose')}</p>
      ) : (
        <>
          {/* The draft has its id before it is there, so that a form posted twice is one look. */}
          <LookForm
            action={prepareLook.bind(null, crypto.randomUUID())}
            address={addressOf(keys)}
            first={{ instruments: keys, on: today, where: '', found: 'nothing', note: '' }}
            latest={today}
            choices={choices}
            words={lookWords()}
          />
          <p className="soft">
            {say('verify.form.law')} <a href="/admin/drafts/new">{say('verify.form.lawLink')}</a>
          </p>
        </>
      )}
    </AdminMain>
  )
}

/** The answer to who sent a look when the session had ended: what they typed, and nothing else. */
function LookAgain({ asked }: { readonly asked: readonly string[] }) {
  return (
    <AdminMain title={say('admin.again.title')}>
      <LookForm
        action={prepareLook.bind(null, crypto.randomUUID())}
        address={addressOf(asked)}
        first={{ instruments: asked, on: '', where: '', found: '', note: '' }}
        choices={[]}
        words={lookWords()}
      />
    </AdminMain>
  )
}

function addressOf(keys: readonly string[]): string {
  return formAddress('/admin/verify/look', { instrument: keys })
}
