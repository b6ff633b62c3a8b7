import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { personOrSender } from '@/app/admin/sender'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { NoteForm } from '@/components/admin/snapshots/note-form'
import { Told } from '@/components/admin/ui/told'
import { NoteSection } from '@/components/snapshot/note-section'
import { requirePerson } from '@/lib/auth/guard'
import { isAtLeast } from '@/lib/contract/people/role'
import { snapshotAddress } from '@/lib/contract/snapshot-address'
import { readSnapshotId } from '@/lib/contract/snapshot-id'
import { say } from '@/lib/contract/words/catalogue'
import { notesOnSnapshot, snapshotOf } from '@/lib/sharing/snapshots'
import { saveNote } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('snapshots.admin.one') }

/** The note on one snapshot, and the form that adds a version to it. */
export default async function SnapshotNotePage({ params, searchParams }: PageProps<'/admin/snapshots/[snapshot]'>) {
  const sender = await personOrSender()
  const [{ snapshot: named }, { did, form }] = await Promise.all([params, searchParams])
  const read = readSnapshotId(named)
  const id = read.ok ? read.value : ''
  if (sender === null && form === 'note') {
    return (
      <AdminMain title={say('admin.again.title')}>
        <NoteForm id={id} save={saveNote.bind(null, id, 0)} newest={null} />
      </AdminMain>
    )
  }

  const person = sender ?? (await requirePerson())
  const snapshot = await snapshotOf(id)
  if (!snapshot.ok) notFound()
  const notes = await notesOnSnapshot(snapshot.value.digest)
  const { title, clocks } = snapshot.value.payload
  return (
    <AdminMain title={title} trail={[{ label: say('snapshots.admin.title'), href: '/admin/snapshots' }]}>
      {did === 'noted' && <Told>{say('snapshots.admin.noted')}</Told>}
      <p className="lede">
        <a href={snapshotAddress(id)}>{say('snapshots.admin.open', { id })}</a>
      </p>
      <p className="soft">{clocks.join(' · ')}</p>
      <NoteSection notes={notes} />
      {isAtLeast(person.role, 'editor') && (
        <NoteForm id={id} save={saveNote.bind(null, id, notes.length)} newest={notes[0] ?? null} />
      )}
    </AdminMain>
  )
}
