import type { ReactNode } from 'react'
import { Paper } from '@/app/paper'

/** The empty pages are printed on the same paper as all others. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return <Paper language="en">{children}</Paper>
}
