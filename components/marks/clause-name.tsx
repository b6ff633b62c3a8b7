import { inEnglish } from '@/components/ui/english'
import { clauseName } from '@/lib/contract/words/clause'

/** The part of a text that a line stands in; what the record names in English alone is marked as English. */
export function ClauseName({ clause }: { readonly clause: string }) {
  const name = clauseName(clause)
  return (
    <span className="code" {...(/[A-Za-z]{3}/.test(name) ? inEnglish() : {})}>
      {name}
    </span>
  )
}
