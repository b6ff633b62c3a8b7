import type { Metadata } from 'next'
import { InstanceTable } from '@/components/admin/service/instance-table'
import { ServiceTable } from '@/components/admin/service/service-table'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { Section } from '@/components/ui/section'
import { requireAdmin } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'
import { serviceStatus } from '@/lib/editing/service/standing'
import { readIntegrity } from '@/lib/reading/integrity/integrity'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: say('service.title') }

/** How the service runs, and what of it somebody should look at or act on. For admins. */
export default async function StatusPage() {
  const admin = await requireAdmin()
  const chain = await readIntegrity()
  const integrity =
    chain === null ? null : { checkedThrough: chain.verifiedThrough ?? 0, broken: chain.broken?.revision ?? null }
  const { at, standing, judged } = await serviceStatus(admin, integrity)
  const count = (urgency: 'look' | 'act') => judged.filter((one) => one.urgency === urgency).length
  return (
    <AdminMain title={say('service.title')}>
      <p className="lede">{say('service.summary', { act: count('act'), look: count('look') })}</p>
      <p>
        {say('service.lede', { at: instantInWords(at) })}{' '}
        {standing.newest === null ? say('service.noRecord') : say('service.newest', { revision: standing.newest })}
      </p>
      <ServiceTable standing={standing} judged={judged} />
      <Section id="instances" title={say('service.instances.title')}>
        <InstanceTable instances={standing.instances} newest={standing.newest} />
      </Section>
    </AdminMain>
  )
}
