import type { ReactNode } from 'react'
import { SkipLinks } from '@/components/ui/skip-links'
import { isAtLeast, type Role } from '@/lib/contract/people/role'
import { say } from '@/lib/contract/words/catalogue'

/** The pages of the editors' side, and from which role on they are of use. */
const PAGES = [
  { name: 'desk', href: '/admin', from: 'viewer' },
  { name: 'drafts', href: '/admin/drafts', from: 'viewer' },
  { name: 'verify', href: '/admin/verify', from: 'editor' },
  { name: 'history', href: '/admin/history', from: 'viewer' },
  { name: 'snapshots', href: '/admin/snapshots', from: 'viewer' },
  { name: 'import', href: '/admin/import', from: 'editor' },
  { name: 'export', href: '/admin/export', from: 'viewer' },
  { name: 'people', href: '/admin/people', from: 'admin' },
  { name: 'webhooks', href: '/admin/webhooks', from: 'admin' },
  { name: 'audit', href: '/admin/audit', from: 'admin' },
  { name: 'service', href: '/admin/status', from: 'admin' },
] as const satisfies readonly { name: string; href: string; from: Role }[]

/** Who is signed in, as the frame tells it. */
export type Occupant = { readonly name: string; readonly role: Role }

/** The frame of the editors' side: the pages by role, who is signed in, the way out. Nobody sees the name alone. */
export function AdminShell({
  occupant,
  signOut,
  children,
}: {
  readonly occupant: Occupant | null
  readonly signOut: () => Promise<void>
  readonly children: ReactNode
}) {
  return (
    <>
      <SkipLinks links={[{ href: '#main', label: say('shell.skip.main') }]} />
      <header className="masthead admin-masthead">
        <a href="/" className="wordmark">
          {say('shell.name')}
        </a>
        <span className="soft">{say('admin.side')}</span>
        {occupant !== null && <Pages role={occupant.role} />}
        {occupant !== null && <Leave occupant={occupant} signOut={signOut} />}
      </header>
      <div className="page admin-page">{children}</div>
    </>
  )
}

function Pages({ role }: { readonly role: Role }) {
  return (
    <nav aria-label={say('admin.nav.name')}>
      <ul>
        {PAGES.filter((page) => isAtLeast(role, page.from)).map((page) => (
          <li key={page.name}>
            <a href={page.href}>{say(`admin.nav.${page.name}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Leave({ occupant, signOut }: { readonly occupant: Occupant; readonly signOut: () => Promise<void> }) {
  return (
    <form action={signOut} className="sign-out">
      <a href="/admin/account">{occupant.name}</a>
      <span className="soft">{say(`people.role.${occupant.role}`)}</span>
      <button type="submit" className="quiet-button">
        {say('admin.signOut')}
      </button>
    </form>
  )
}
