import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { speak } from '@/app/language'
import { GlyphSheet } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import { LANGUAGE_TAGS, type Language } from '@/lib/contract/words/language'
import './globals.css'

/** What every page of a language says of itself where it says nothing else. */
export function paperMetadata(language: Language): Metadata {
  speak(language)
  return {
    title: { default: say('shell.title'), template: say.raw('shell.titleOf') as string },
    description: say('shell.description'),
  }
}

export const paperViewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

/** The paper every page is printed on; headers and footers belong to the pages, which know their coordinates. */
export function Paper({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  speak(language)
  return (
    <html lang={LANGUAGE_TAGS[language]}>
      <body>
        <GlyphSheet />
        {children}
      </body>
    </html>
  )
}
