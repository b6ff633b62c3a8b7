import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { GlyphSheet } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import './globals.css'

export const metadata: Metadata = {
  title: { default: say('shell.title'), template: say.raw('shell.titleOf') as string },
  description: say('shell.description'),
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

/** The paper every page is printed on; headers and footers belong to the pages, which know their coordinates. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <GlyphSheet />
        {children}
      </body>
    </html>
  )
}
