import type { ReactNode } from 'react'

/** A scrolling region must be reachable by key (WCAG 2.1.1). */
const REACHABLE = { tabIndex: 0 }

/** A part that may be wider than the page: it scrolls by itself and can be reached by key. */
export function ScrollRegion({
  name,
  wide,
  children,
}: {
  readonly name: string
  readonly wide?: 'matrix' | 'timeline'
  readonly children: ReactNode
}) {
  return (
    <section className="scroll" data-wide={wide} aria-label={name} {...REACHABLE}>
      {children}
    </section>
  )
}
