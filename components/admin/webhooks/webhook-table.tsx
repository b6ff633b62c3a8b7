import { toldInWords, webhookAddress } from '@/components/admin/webhooks/webhook-words'
import { Instant } from '@/components/marks/instant'
import { CellName } from '@/components/ui/cell-name'
import { say } from '@/lib/contract/words/catalogue'

type WebhookRow = {
  readonly id: string
  readonly url: string
  readonly description: string
  readonly kinds: readonly string[]
  readonly materials: readonly string[]
  readonly regimes: readonly string[]
  readonly state: 'on' | 'off' | 'gone' | 'removed'
  readonly lastSuccess: string | null
  readonly lastFailure: string | null
  readonly waiting: number
  readonly givenUp: number
}

/** Every webhook, with what was last heard of its target. */
export function WebhookTable({ webhooks }: { readonly webhooks: readonly WebhookRow[] }) {
  if (webhooks.length === 0) return <p className="soft">{say('webhooks.none')}</p>
  return (
    <table className="plain records">
      <thead>
        <tr>
          <th scope="col">{say('webhooks.column.webhook')}</th>
          <th scope="col">{say('webhooks.column.told')}</th>
          <th scope="col">{say('webhooks.column.state')}</th>
          <th scope="col">{say('webhooks.column.success')}</th>
          <th scope="col">{say('webhooks.column.failure')}</th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <tr key={webhook.id}>
            <th scope="row">
              <a href={webhookAddress(webhook.id)} className="tall-link">
                {webhook.description}
              </a>
              <span className="title soft address">{webhook.url}</span>
            </th>
            <td>
              <CellName>{say('webhooks.column.told')}</CellName>
              {toldInWords(webhook)}
            </td>
            <td>
              <CellName>{say('webhooks.column.state')}</CellName>
              {stateInWords(webhook)}
            </td>
            <td>
              <CellName>{say('webhooks.column.success')}</CellName>
              <InstantOrNever at={webhook.lastSuccess} />
            </td>
            <td>
              <CellName>{say('webhooks.column.failure')}</CellName>
              <InstantOrNever at={webhook.lastFailure} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateInWords({ state, waiting, givenUp }: WebhookRow): string {
  return [
    say(`webhooks.state.${state}`),
    ...(waiting > 0 ? [say('webhooks.waiting', { count: waiting })] : []),
    ...(givenUp > 0 ? [say('webhooks.givenUp', { count: givenUp })] : []),
  ].join(', ')
}

function InstantOrNever({ at }: { readonly at: string | null }) {
  return at === null ? <span className="soft">{say('webhooks.never')}</span> : <Instant at={at} />
}
