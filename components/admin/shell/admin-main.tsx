import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb'
import { say } from '@/lib/contract/words/catalogue'

/** One page of the editors' side: the way here, its heading, its content. */
export function AdminMain({
  title,
  trail = [],
  children,
}: {
  readonly title: ReactNode
  readonly trail?: readonly Crumb[]
  readonly children: ReactNode
}) {
  return (
    <>
      {trail.length > 0 && <Breadcrumb name={say('shell.trail')} trail={trail} />}
      <main id="main">
        <h1>{title}</h1>
        {children}
      </main>
    </>
  )
}
