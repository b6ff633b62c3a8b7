import type { Metadata } from 'next'
import { Paper, paperMetadata } from '@/app/paper'
import { PageShell } from '@/components/shell/page-shell'
import { say } from '@/lib/contract/words/catalogue'

export function generateMetadata(): Metadata {
  return { ...paperMetadata('en'), title: say('shell.missing.title') }
}

/** Nothing at this address: says so, and names the pages that exist. */
export default function GlobalNotFound() {
  return (
    <Paper language="en">
      <PageShell frame={null}>
        <h1>{say('shell.missing.title')}</h1>
        <p className="lede">{say('shell.missing.lead')}</p>
        <p>
          <a href="/">{say('shell.missing.start')}</a>
        </p>
      </PageShell>
    </Paper>
  )
}
