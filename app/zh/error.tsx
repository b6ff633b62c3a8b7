'use client'

import { Trouble } from '@/components/shell/trouble.client'

/** A page that could not be made: the header and footer may be missing too, so it stands by itself. */
export default function ErrorPage({ retry }: { readonly error: unknown; readonly retry: () => void }) {
  return <Trouble retry={retry} language="zh" />
}
