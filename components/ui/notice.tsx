import type { ReactNode } from 'react'

/** Something the reader should know before reading on. The words carry it; the edge only marks it. */
export function Notice({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'unclear' | 'alarm'
  readonly children: ReactNode
}) {
  return (
    <div className="notice" data-tone={tone}>
      {children}
    </div>
  )
}
