import { FILE_NAMES, type FileName } from '../record/files'

/** What an export is called: its file of the record, or all of them, at a revision, in a format. */
export type ExportName = { readonly revision: number } & (
  | { readonly file: 'record'; readonly format: 'json' }
  | { readonly file: FileName; readonly format: 'json' | 'csv' }
)

/** `sluice-provisions-r41.csv`; all files in one are `sluice-record-r41.json`. */
export function exportName({ file, format, revision }: ExportName): string {
  return `sluice-${file}-r${revision}.${format}`
}

const NAME = /^sluice-([a-z]+)-r([1-9]\d{0,8})\.(json|csv)$/

/** Reads the name of an export; `null` for what is none. */
export function readExportName(name: string): ExportName | null {
  const [, file, digits, format] = NAME.exec(name) ?? []
  const revision = Number(digits)
  if (file === 'record') return format === 'json' ? { file, format, revision } : null
  const known = FILE_NAMES.find((one) => one === file)
  return known === undefined ? null : { file: known, format: format === 'csv' ? 'csv' : 'json', revision }
}
