import { AdminMain } from '@/components/admin/shell/admin-main'
import { requirePerson } from '@/lib/auth/guard'
import { say } from '@/lib/contract/words/catalogue'

/** Where somebody is led who asked for what their role does not include. */
export default async function NotAllowed({ searchParams }: PageProps<'/admin/not-allowed'>) {
  const person = await requirePerson()
  const needs = (await searchParams)['needs']
  return (
    <AdminMain title={say('admin.notAllowed.title')}>
      <p className="lede">{say('admin.notAllowed.needs', { role: String(needs ?? 'admin'), own: person.role })}</p>
      <p>{say('admin.notAllowed.nothing')}</p>
      <p>
        <a href="/admin">{say('admin.notAllowed.back')}</a>
      </p>
    </AdminMain>
  )
}
