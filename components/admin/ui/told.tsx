import type { ReactNode } from 'react'

/** What has just been done, said once on the page that it led to. */
export function Told({ children }: { readonly children: ReactNode }) {
  return (
    <p className="notice done" role="status">
      {children}
    </p>
  )
}
