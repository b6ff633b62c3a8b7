import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInShort } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { nameOf } from '@/lib/contract/words/names'

/** The named parties, gathered by the list that they stand on; the newest list comes first. */
export function ListedParties({ lists }: Pick<MatrixPage, 'lists'>) {
  return lists.map(({ instrument, list, listedOn, parties }) => (
    <optgroup
      key={`${instrument.key} ${list} ${listedOn}`}
      label={say('lens.list', {
        instrument: instrumentName(instrument),
        list: say(`law.parties.lists.${list}`),
        day: dayInShort(listedOn),
      })}
    >
      {parties.map((party) => (
        <option key={party.key} value={party.key}>
          {nameOf(party)}
        </option>
      ))}
    </optgroup>
  ))
}
