import type { Metadata } from 'next'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ErrorSummary } from '@/components/admin/ui/error-summary'
import { AddWebhook } from '@/components/admin/webhooks/add-webhook'
import { WebhookTable } from '@/components/admin/webhooks/webhook-table'
import { Section } from '@/components/ui/section'
import { requireAdmin } from '@/lib/auth/guard'
import { sayWebhookRefusedInAddress } from '@/lib/contract/webhooks/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { allWebhooks } from '@/lib/notifying/webhooks'
import { addWebhook } from './actions'

export const metadata: Metadata = { title: say('webhooks.title') }

/** Who is told by machine, and how that goes. For admins. */
export default async function WebhooksPage({ searchParams }: PageProps<'/admin/webhooks'>) {
  const admin = await requireAdmin()
  const refused = sayWebhookRefusedInAddress((await searchParams)['refused'])
  return (
    <AdminMain title={say('webhooks.title')}>
      {refused !== null && <ErrorSummary problems={[{ field: null, say: refused }]} />}
      <p className="lede">{say('webhooks.lede')}</p>
      <WebhookTable webhooks={await allWebhooks(admin)} />
      <Section id="add" title={say('webhooks.add.title')}>
        <AddWebhook action={addWebhook} />
      </Section>
    </AdminMain>
  )
}
