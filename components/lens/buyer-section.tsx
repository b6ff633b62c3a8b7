import { besideAny } from '@/components/lens/profiles'
import { Section } from '@/components/ui/section'
import type { MatrixPage } from '@/components/views/matrix-page'
import { buyerGroupInWords } from '@/lib/contract/words/buyer'
import { say } from '@/lib/contract/words/catalogue'
import { namesOfRows } from '@/lib/contract/words/rows'

/** What the buyer of the question changes beside any buyer: cells that go alike, with the rules that name it. */
export function BuyerSection({ page: { buyer, coordinates, matrix } }: { readonly page: MatrixPage }) {
  if (buyer.groups.length === 0) return null
  const nameOf = namesOfRows(matrix.rows)
  return (
    <Section id="buyer" title={say('lens.title')}>
      <p className="soft">{say('lens.about')}</p>
      <ul>
        {buyer.groups.map((group) => {
          const words = buyerGroupInWords(group, nameOf)
          return <li key={words}>{words}</li>
        })}
      </ul>
      <p>
        <a href={besideAny(coordinates, {})}>{say('lens.compare')}</a>
      </p>
    </Section>
  )
}
