import type { Metadata } from 'next'
import { Paper, paperMetadata } from '@/app/paper'
import { PageShell } from '@/components/shell/page-shell'
import { say } from '@/lib/contract/words/catalogue'

export function generateMetadata(): Metadata {
  // The template of a title is for the pages below the one that names it.
  const title = (say.raw('shell.titleOf') as string).replace('%s', say('shell.missing.title'))
  return { ...paperMetadata('en'), title }
}

/** Nothing at this address: says so, and names the pages that exist. */
export default function GlobalNotFound() {
  return (
    <Paper language="en">
      <PageShell frame={null} here="/">
        <h1>{say('shell.missing.title')}</h1>
        <p className="lede">{say('shell.missing.lead')}</p>
        <p>
          <a href="/">{say('shell.missing.start')}</a>
        </p>
      </PageShell>
    </Paper>
  )
}
