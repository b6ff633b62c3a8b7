import { newEntryAddress } from '@/components/admin/ui/addresses'
import { wordOf } from '@/lib/contract/edit/form/problems'
import { say } from '@/lib/contract/words/catalogue'
import { EFFECTS } from '@/lib/ledger/vocabulary'

/** The first step of a new provision: what its clause does, which is what the rest of its form depends on. */
export function EffectChoice({ draft }: { readonly draft: string }) {
  return (
    <>
      <p className="lede">{say('forms.page.effectLead')}</p>
      <ul className="lines effects">
        {EFFECTS.map((effect) => (
          <li key={effect}>
            <a href={`${newEntryAddress(draft, 'provision')}?effect=${effect}`} className="tall-link">
              {wordOf('provision', 'effect', effect)}
            </a>{' '}
            <span className="soft">{say(`forms.effectHint.${effect}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
