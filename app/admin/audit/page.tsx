import type { Metadata } from 'next'
import { LogForm } from '@/components/admin/audit/log-form'
import { LogTable } from '@/components/admin/audit/log-table'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { requireAdmin } from '@/lib/auth/guard'
import { logPage } from '@/lib/auth/log'
import { logQuery, readLogQuestion } from '@/lib/contract/people/log-filter'
import { say } from '@/lib/contract/words/catalogue'

export const metadata: Metadata = { title: say('people.log.title') }

/** Who did what, when. For admins. */
export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const admin = await requireAdmin()
  const question = readLogQuestion(await searchParams)
  const { acts, next, names, people } = await logPage(admin, question)
  return (
    <AdminMain title={say('people.log.title')}>
      <p className="lede">{say('people.log.lede')}</p>
      <LogForm question={question} names={names} people={people} />
      <LogTable acts={acts} people={people} />
      <ul className="inline-list below">
        {next !== null && (
          <li>
            <a href={`/admin/audit?${logQuery(question, { before: next })}`}>{say('people.log.older')}</a>
          </li>
        )}
        {(['csv', 'json'] as const).map((format) => (
          <li key={format}>
            <a href={`/admin/audit/export?${logQuery(question, { format })}`}>{say(`people.log.${format}`)}</a>
          </li>
        ))}
      </ul>
    </AdminMain>
  )
}
