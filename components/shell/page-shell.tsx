import type { ReactNode } from 'react'
import { ShareStrip } from '@/components/share/share-strip'
import { CoordinatesLine } from '@/components/shell/coordinates-line'
import { Footer } from '@/components/shell/footer'
import { Header } from '@/components/shell/header'
import type { Crumb } from '@/components/ui/breadcrumb'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import type { SkipLink } from '@/components/ui/skip-links'
import { SkipLinks } from '@/components/ui/skip-links'
import type { Frame } from '@/components/views/frame'
import { addressOf } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** A page around its content: skip links, header, coordinates, the way here, main, footer. `frame` is null for pages without coordinates. */
export function PageShell({
  frame,
  trail = [],
  skips = [],
  q,
  drawn = true,
  here = null,
  children,
}: {
  readonly frame: Frame | null
  readonly trail?: readonly Crumb[]
  readonly skips?: readonly SkipLink[]
  readonly q?: string
  /** False where a view that is drawn elsewhere has nothing to draw here: it is then offered as no drawing. */
  readonly drawn?: boolean
  /** The address of a page without coordinates, in English, where there is one like it in every language. */
  readonly here?: string | null
  readonly children: ReactNode
}) {
  return (
    <>
      <SkipLinks links={[{ href: '#main', label: say('shell.skip.main') }, ...skips]} />
      <Header at={frame?.coordinates ?? null} q={q ?? ''} here={placeOf(frame, here)} />
      {frame !== null && <CoordinatesLine frame={frame} />}
      <div className="page">
        {trail.length > 0 && <Breadcrumb name={say('shell.trail')} trail={trail} />}
        <main id="main" data-future={frame?.future === true ? '' : undefined}>
          {frame?.future === true && (
            <Notice>{say('shell.future', { day: dayInWords(frame.coordinates.question.on) })}</Notice>
          )}
          {children}
        </main>
      </div>
      {frame !== null && <ShareStrip at={frame.coordinates} drawn={drawn} />}
      <Footer at={frame?.coordinates ?? null} />
    </>
  )
}

/** Where the page stands, whatever its language: a stand-in for the newest revision is not passed on. */
function placeOf(frame: Frame | null, here: string | null): string | null {
  return frame === null ? here : addressOf({ ...frame.coordinates, lastSeen: false })
}
