import { PageShell } from '@/components/shell/page-shell'
import { say } from '@/lib/contract/words/catalogue'

/** Nothing at this address: says so, and names the pages that exist. */
export default function NotFound() {
  return (
    <PageShell frame={null}>
      <h1>{say('shell.missing.title')}</h1>
      <p className="lede">{say('shell.missing.lead')}</p>
      <p>
        <a href="/">{say('shell.missing.start')}</a>
      </p>
    </PageShell>
  )
}
