import { linkTo, toEnglish } from '@/components/marks/link-to'
import type { ProofPage } from '@/components/views/proof-page'
import { apiAddress } from '@/lib/contract/api-address'
import { say } from '@/lib/contract/words/catalogue'
import { sentences } from '@/lib/contract/words/list'
import { nameInside } from '@/lib/contract/words/names'
import { runInWords, sentenceOf, verificationInWords } from '@/lib/contract/words/proof'

/** The answer in its sentence, its first and last day, how far it is verified, and where else it stands. */
export function AnswerFacts({ page }: { readonly page: ProofPage }) {
  const { proof, coordinates, future } = page
  const { answer, material, form } = proof
  const api = apiAddress(coordinates, 'status', { material: material.key, form: form.key })
  return (
    <>
      <p className="lede">{sentenceOf(proof, future)}</p>
      <p>{sentences(runInWords(proof), verificationInWords(proof))}</p>
      {answer.coverage === 'named' && answer.namedLines > 0 && (
        <p>{say('proof.coverage', { count: answer.namedLines })}</p>
      )}
      <ul className="inline-list small">
        <li>
          <a href={linkTo(coordinates, { name: 'material', key: material.key })}>
            {say('proof.links.material', { material: nameInside(material) })}
          </a>
        </li>
        <li>
          <a {...toEnglish(api)}>{say('proof.links.api')}</a>
        </li>
        <li>
          <a href={`${linkTo(coordinates, { name: 'about' })}#report`}>{say('proof.links.report')}</a>
        </li>
      </ul>
    </>
  )
}
