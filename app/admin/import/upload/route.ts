import { currentPerson, requireEditor } from '@/lib/auth/guard'
import { mayAct } from '@/lib/auth/too-often'
import { readImportForm } from '@/lib/contract/edit/import-form'
import { senderOf } from '@/lib/contract/origin'
import { isAtLeast } from '@/lib/contract/people/role'
import { dryRun, MOST_MEGABYTES } from '@/lib/editing/import'

export const dynamic = 'force-dynamic'

/** What the parts of the form beside the files may add. */
const REST = 100_000

/**
 * Takes files for a dry run and leads to its page. It is a route and no action, because an action that gets too much says
 * nothing: here everything that can be wrong leads back to the form with a sentence.
 */
export async function POST(request: Request): Promise<Response> {
  // Nobody is led to the form and not back here, and by an answer that does not send the files there too.
  const person = await currentPerson()
  if (person === null) return to('/admin/sign-in?back=%2Fadmin%2Fimport')
  if (!isAtLeast(person.role, 'editor')) return to('/admin/not-allowed?needs=editor')
  const editor = await requireEditor()
  // Browsers say where a form was sent from; cookies alone would not be asked.
  const sender = senderOf(process.env, (name) => request.headers.get(name))
  if (sender !== 'this-site') return to('/admin/import?problem=not-a-form')
  if (Number(request.headers.get('content-length')) > MOST_MEGABYTES * 1_000_000 + REST) {
    return to(`/admin/import?problem=too-large&megabytes=${MOST_MEGABYTES}`)
  }
  if (!(await mayAct(editor, 'import')).ok) return to('/admin/import?problem=wait')
  const form = await request.formData().catch(() => null)
  if (form === null) return to('/admin/import?problem=not-a-form')

  const read = readImportForm(form)
  if (!read.ok) return to(`/admin/import?problem=${read.refusal}`)
  const { files, ...said } = read.value
  const uploads = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const run = await dryRun(editor, { ...said, uploads })
  if (run.ok) return to(`/admin/import/${run.value.id}`)
  const { why, ...numbers } = run.refusal
  const details = Object.entries(numbers).map(([name, value]) => `&${name}=${value}`)
  return to(`/admin/import?problem=${why}&kind=${said.kind}${details.join('')}`)
}

function to(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address, 'cache-control': 'private, no-store' } })
}
