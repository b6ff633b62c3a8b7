import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Paper, paperMetadata, paperViewport } from '@/app/paper'
import '@/components/styles/admin.css'
import '@/components/styles/admin-files.css'
import '@/components/styles/workshop.css'
import { AdminShell } from '@/components/admin/shell/admin-shell'
import { currentPerson } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'
import { signOut } from './sign-out/actions'

export const dynamic = 'force-dynamic'

export const viewport = paperViewport

export function generateMetadata(): Metadata {
  return { ...paperMetadata('en'), title: say('admin.side'), robots: { index: false, follow: false } }
}

/** The frame of the editors' side. It checks nothing: every page and every action asks by itself who is there. */
export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const person = await currentPerson()
  const occupant = person === null ? null : { name: person.name, role: person.role }
  return (
    <Paper language="en">
      <AdminShell occupant={occupant} signOut={signOut}>
        {children}
      </AdminShell>
    </Paper>
  )
}
