import { OperationEntry } from '@/components/api/operation-entry'
import { Viewer } from '@/components/api/viewer.client'
import { PageShell } from '@/components/shell/page-shell'
import { Section } from '@/components/ui/section'
import { POLICY } from '@/lib/contract/api/openapi'
import { API, type Operation } from '@/lib/contract/api/operation'
import { OPERATIONS } from '@/lib/contract/api/registry'
import { say } from '@/lib/contract/words/catalogue'

const GROUPS: readonly Operation['group'][] = ['answers', 'record', 'look-up', 'snapshots', 'about']

/** The manual of the API: what it promises, every operation with a request to follow, and a place to try them. */
export function ApiDocsView() {
  return (
    <PageShell frame={null}>
      <h1>{say('api.title')}</h1>
      <p className="lede">{say('api.lead')}</p>
      <nav aria-label={say('api.docs.parts')} className="screen">
        <ul className="inline-list">
          {GROUPS.map((group) => (
            <li key={group}>
              <a href={`#${group}`}>{say(`api.group.${group}`)}</a>
            </li>
          ))}
          <li>
            <a href="#try">{say('api.docs.try')}</a>
          </li>
          <li>
            <a href="#promises">{say('api.docs.promises')}</a>
          </li>
          <li>
            <a href={`${API}/openapi.json`}>{say('api.docs.document')}</a>
          </li>
        </ul>
      </nav>
      {GROUPS.map((group) => (
        <Section key={group} id={group} title={say(`api.group.${group}`)}>
          {OPERATIONS.filter((operation) => operation.group === group).map((operation) => (
            <OperationEntry key={operation.id} operation={operation} />
          ))}
        </Section>
      ))}
      <Section id="try" title={say('api.docs.try')}>
        <p className="soft">{say('api.docs.tryLead')}</p>
        <Viewer url={`${API}/openapi.json`} waiting={say('api.docs.waiting')} />
      </Section>
      <Section id="promises" title={say('api.docs.promises')}>
        <div className="prose promises">
          {POLICY.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Section>
    </PageShell>
  )
}
