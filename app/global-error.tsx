'use client'

import { Trouble } from '@/components/shell/trouble.client'
import './globals.css'

/** The last resort, when even the layout failed. */
export default function GlobalError({ retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <Trouble retry={retry} />
      </body>
    </html>
  )
}
