import { ok, type Result, refused } from '@/lib/ledger/result'
import type { RevisionKind } from '@/lib/ledger/revision'
import { REVISION_KINDS } from '@/lib/ledger/vocabulary'
import { type ImportRefusal, sayImportRefusal } from './dry-run'

/** The form of an import: files, what kind of draft they are to become, and why what is missing is retired. */
export type ImportForm = {
  readonly files: readonly File[]
  readonly kind: RevisionKind
  readonly retire: string | null
}

/** Reads the form; a browser sends an empty file where none was chosen. */
export function readImportForm(form: FormData): Result<ImportForm, 'nothing-sent' | 'not-a-form'> {
  const kind = REVISION_KINDS.find((one) => one === form.get('kind'))
  const why = form.get('why') ?? ''
  if (kind === undefined || typeof why !== 'string') return refused('not-a-form')
  const files = form.getAll('files').filter((file) => file instanceof File && (file.size > 0 || file.name !== ''))
  if (files.length === 0) return refused('nothing-sent')
  return ok({ files: files as File[], kind, retire: form.get('retire') === null ? null : why })
}

type Asked = { readonly [name: string]: string | string[] | undefined }

/** What stopped an import, as the address of the form carries it; `null` when nothing did. */
export function problemAsked(asked: Asked): string | null {
  const number = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0
  }
  const why = ASKED.find((one) => one === asked['problem'])
  if (why === undefined) return null
  if (why === 'too-large') return sayImportRefusal({ why, megabytes: number('megabytes') })
  if (why === 'too-many-files') return sayImportRefusal({ why, most: number('most') })
  if (why === 'retire-reason-too-long') {
    return sayImportRefusal({ why, length: number('length'), limit: number('limit') })
  }
  if (why === 'too-many-changes') return sayImportRefusal({ why, count: number('count'), most: number('most') })
  return sayImportRefusal({ why })
}

const ASKED = [
  ...(['wait', 'nothing-sent', 'retire-without-reason', 'no-record', 'not-a-form'] as const),
  ...(['too-large', 'too-many-files', 'too-many-changes'] as const),
  ...(['retire-reason-too-long', 'retire-reason-unreadable'] as const),
] satisfies readonly ImportRefusal['why'][]
