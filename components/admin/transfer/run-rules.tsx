import { sayBroken } from '@/lib/contract/edit/broken'
import type { JudgedRule } from '@/lib/contract/edit/standing'
import { say } from '@/lib/contract/words/catalogue'
import type { RevisionKind } from '@/lib/ledger/revision'

/** An import may break hundreds of rules alike: the first say what is wrong, and the draft's page has all. */
const TOLD = 50

/** The rules that the draft of a dry run would break, each in its own sentence. */
export function RunRules({ kind, broken }: { readonly kind: RevisionKind; readonly broken: readonly JudgedRule[] }) {
  if (broken.length === 0) return <p>{say('transfer.run.noRules', { kind: say(`pages.changes.kinds.${kind}`) })}</p>
  const more = broken.length - TOLD
  return (
    <>
      <p>{say('transfer.run.rulesLead')}</p>
      <ol className="broken-rules">
        {broken.slice(0, TOLD).map((one) => (
          <li key={`${one.rule} ${one.kind} ${one.key} ${one.field} ${JSON.stringify(one.names)}`} data-open="">
            <p>
              <span className="tag">{one.rule}</span> {sayBroken(one)}
            </p>
            <p className="small">
              <span className="code">{one.key}</span>
            </p>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="soft">{say('transfer.run.moreRules', { count: more })}</p>}
    </>
  )
}
