import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ErrorSummary } from '@/components/admin/ui/error-summary'
import { MessageTable } from '@/components/admin/webhooks/message-table'
import { WebhookActs } from '@/components/admin/webhooks/webhook-acts'
import { toldInWords } from '@/components/admin/webhooks/webhook-words'
import { Instant } from '@/components/marks/instant'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { requireAdmin } from '@/lib/auth/guard'
import { sayWebhookRefusedInAddress } from '@/lib/contract/webhooks/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { OVERLAP_HOURS } from '@/lib/notifying/secrets'
import { webhookPage } from '@/lib/notifying/webhooks'
import { removeWebhook, rotateSecret, testWebhook, turnOff, turnOn } from './actions'

export const metadata: Metadata = { title: say('webhooks.title') }

/** One webhook: what it is told, what it was sent, and what can be done with it. For admins. */
export default async function WebhookPage({ params, searchParams }: PageProps<'/admin/webhooks/[webhook]'>) {
  const admin = await requireAdmin()
  const found = await webhookPage(admin, (await params).webhook)
  if (found === null) notFound()
  const { webhook, deliveries, most } = found
  const refused = sayWebhookRefusedInAddress((await searchParams)['refused'])
  return (
    <AdminMain title={webhook.description} trail={[{ label: say('webhooks.title'), href: '/admin/webhooks' }]}>
      {refused !== null && <ErrorSummary problems={[{ field: null, say: refused }]} />}
      <Facts
        facts={[
          { name: say('webhooks.add.url'), value: <span className="address">{webhook.url}</span> },
          { name: say('webhooks.column.told'), value: toldInWords(webhook) },
          { name: say('webhooks.column.state'), value: say(`webhooks.state.${webhook.state}`) },
          { name: say('webhooks.page.by'), value: webhook.createdBy },
          { name: say('webhooks.page.since'), value: <Instant at={webhook.createdAt} /> },
        ]}
      />
      <Section id="messages" title={say('webhooks.page.log')}>
        <MessageTable webhook={webhook.id} messages={deliveries} />
        {deliveries.length === most && <p className="soft">{say('webhooks.page.newest', { most })}</p>}
      </Section>
      {webhook.state !== 'removed' && (
        <Section id="acts" title={say('webhooks.page.acts')}>
          <WebhookActs
            isOn={webhook.state === 'on'}
            earlierUntil={webhook.earlierUntil}
            hours={OVERLAP_HOURS}
            actions={{
              test: testWebhook.bind(null, webhook.id),
              turnOn: turnOn.bind(null, webhook.id),
              turnOff: turnOff.bind(null, webhook.id),
              remove: removeWebhook.bind(null, webhook.id),
              rotate: rotateSecret.bind(null, webhook.id),
            }}
          />
        </Section>
      )}
    </AdminMain>
  )
}
