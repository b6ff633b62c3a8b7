import { kindInWords, outcomeInWords, webhookAddress } from '@/components/admin/webhooks/webhook-words'
import { Instant } from '@/components/marks/instant'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'

type Attempt = {
  readonly number: number
  readonly at: string
  readonly ms: number
  readonly outcome: string
  readonly code: number | null
  readonly excerpt: string
}

/** A message as its page and the list of messages show it. */
export type MessageRow = {
  readonly id: string
  readonly kind: string
  readonly state: 'waiting' | 'delivered' | 'given-up' | 'dropped'
  readonly madeAt: string
  readonly nextAt: string | null
  readonly attempts: readonly Attempt[]
}

/** What a webhook was sent, the newest first, and what became of it. */
export function MessageTable({
  webhook,
  messages,
}: {
  readonly webhook: string
  readonly messages: readonly MessageRow[]
}) {
  if (messages.length === 0) return <p className="soft">{say('webhooks.page.noLog')}</p>
  return (
    <table className="plain records">
      <thead>
        <tr>
          <th scope="col">{say('webhooks.column.message')}</th>
          <th scope="col">{say('webhooks.column.made')}</th>
          <th scope="col">{say('webhooks.column.state')}</th>
          <th scope="col" className="num">
            {say('webhooks.delivery.attempts')}
          </th>
          <th scope="col">{say('webhooks.column.last')}</th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <tr key={message.id}>
            <th scope="row">
              <a href={webhookAddress(webhook, message.id)} className="tall-link">
                {kindInWords(message.kind)}
              </a>
            </th>
            <td>
              <CellName>{say('webhooks.column.made')}</CellName>
              <Instant at={message.madeAt} />
            </td>
            <td>
              <CellName>{say('webhooks.column.state')}</CellName>
              {messageStateInWords(message)}
            </td>
            <td className="num">
              <CellName>{say('webhooks.delivery.attempts')}</CellName>
              {message.attempts.length}
            </td>
            <td>
              <CellName>{say('webhooks.column.last')}</CellName>
              {lastInWords(message.attempts.at(-1))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Each attempt: when, how long, and what the target answered. */
export function AttemptTable({ attempts }: { readonly attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return <p className="soft">{say('webhooks.delivery.noAttempts')}</p>
  return (
    <ScrollRegion name={say('shell.table', { name: say('webhooks.delivery.attempts') })}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col" className="num">
              {say('webhooks.delivery.attempt')}
            </th>
            <th scope="col">{say('webhooks.column.made')}</th>
            <th scope="col">{say('webhooks.column.outcome')}</th>
            <th scope="col" className="num">
              {say('webhooks.column.code')}
            </th>
            <th scope="col" className="num">
              {say('webhooks.column.time')}
            </th>
            <th scope="col">{say('webhooks.column.excerpt')}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ number, at, outcome, code, ms, excerpt }) => (
            <tr key={number}>
              <td className="num">{number}</td>
              <td>
                <Instant at={at} />
              </td>
              <td>{outcomeInWords(outcome)}</td>
              <td className="num">{code ?? ''}</td>
              <td className="num">{say('webhooks.ms', { ms })}</td>
              <td className="address">{excerpt}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Where a message stands, and when it is tried next. */
export function messageStateInWords({ state, nextAt }: Pick<MessageRow, 'state' | 'nextAt'>): string {
  const next = nextAt === null ? [] : [say('webhooks.delivery.next', { at: instantInWords(nextAt) })]
  return [say(`webhooks.delivery.state.${state}`), ...next].join(', ')
}

function lastInWords(attempt: Attempt | undefined): string {
  if (attempt === undefined) return ''
  return [...(attempt.code === null ? [] : [attempt.code]), outcomeInWords(attempt.outcome)].join(' · ')
}
