import type { ReactNode } from 'react'
import { LONG } from '@/components/exhibit/table-shape'

/** What is long is folded, and says under which title how many lines there are; on paper it is unfolded. */
export function Long({
  title,
  count,
  heading = false,
  children,
}: {
  readonly title: string
  readonly count: number
  /** Whether the title heads a section of its own; else it is only shown where it is needed to unfold. */
  readonly heading?: boolean
  readonly children: ReactNode
}) {
  if (count <= LONG) {
    return (
      <>
        {heading && <h2>{title}</h2>}
        {children}
      </>
    )
  }
  return (
    <details className="frozen-long">
      <summary>
        {heading ? <h2>{title}</h2> : title} <span className="soft">{count}</span>
      </summary>
      {children}
    </details>
  )
}
