import type { ClaimReading } from '@/lib/ledger/claim-reading'
import { say } from './catalogue'
import { dayInWords } from './day'

/** The editor's word beside the one computed on the same day, as a sentence; the editor's reason follows it. */
export function editorInWords({ claim: { assessment }, editor }: ClaimReading): string {
  return say(editor.agrees ? 'claims.editor.sameLong' : 'claims.editor.differsLong', {
    day: dayInWords(editor.on),
    written: say(`claims.editor.${assessment.verdict}`),
    computed: say(`claims.verdict.${editor.computed.word}`),
  })
}
