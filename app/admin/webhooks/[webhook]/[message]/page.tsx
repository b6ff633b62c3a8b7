import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { AttemptTable, messageStateInWords } from '@/components/admin/webhooks/message-table'
import { kindInWords, webhookAddress } from '@/components/admin/webhooks/webhook-words'
import { Instant } from '@/components/marks/instant'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { requireAdmin } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'
import { deliveryPage } from '@/lib/notifying/webhooks'
import { sendMessageAgain } from '../actions'

export const metadata: Metadata = { title: say('webhooks.title') }

/** One message: what is sent, sign for sign, and every attempt. For admins. */
export default async function MessagePage({ params }: PageProps<'/admin/webhooks/[webhook]/[message]'>) {
  const admin = await requireAdmin()
  const asked = await params
  const found = await deliveryPage(admin, asked.webhook, asked.message)
  if (found === null) notFound()
  const { webhook, delivery } = found
  const trail = [
    { label: say('webhooks.title'), href: '/admin/webhooks' },
    { label: webhook.description, href: webhookAddress(webhook.id) },
  ]
  const isOver = delivery.state === 'given-up' || delivery.state === 'dropped'
  return (
    <AdminMain title={kindInWords(delivery.kind)} trail={trail}>
      <Facts
        facts={[
          { name: say('webhooks.column.message'), value: <code>{delivery.id}</code> },
          { name: say('webhooks.column.made'), value: <Instant at={delivery.madeAt} /> },
          { name: say('webhooks.column.state'), value: messageStateInWords(delivery) },
        ]}
      />
      <Section id="attempts" title={say('webhooks.delivery.attempts')}>
        <AttemptTable attempts={delivery.attempts} />
        {isOver && webhook.state === 'on' && (
          <form action={sendMessageAgain.bind(null, webhook.id, delivery.id)} className="below">
            <button type="submit" className="button">
              {say('webhooks.page.again')}
            </button>
          </form>
        )}
      </Section>
      <Section id="payload" title={say('webhooks.delivery.payload')}>
        <pre className="payload">{delivery.payload}</pre>
      </Section>
    </AdminMain>
  )
}
