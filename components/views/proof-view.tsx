import { linkTo } from '@/components/marks/link-to'
import { ProofArticle } from '@/components/proof/proof-article'
import { PageShell } from '@/components/shell/page-shell'
import type { ProofPage } from '@/components/views/proof-page'
import { say } from '@/lib/contract/words/catalogue'
import { bothNames, nameInside, nameOf } from '@/lib/contract/words/names'

/** One cell's proof on a page of its own. */
export function ProofView(page: ProofPage) {
  const { proof, coordinates } = page
  const { material, form } = proof
  const trail = [
    { label: say('shell.nav.matrix'), href: linkTo(coordinates, { name: 'matrix' }) },
    { label: nameOf(material), href: linkTo(coordinates, { name: 'material', key: material.key }) },
  ]
  return (
    <PageShell frame={page} trail={trail}>
      <h1 className="kicker">
        {say('proof.why', { material: nameOf(material), form: nameInside(form) })} <Otherwise proof={proof} />
      </h1>
      <ProofArticle page={page} />
    </PageShell>
  )
}

/** Both names in the other language. */
function Otherwise({ proof: { material, form } }: Pick<ProofPage, 'proof'>) {
  const names = [material, form].flatMap((named) => bothNames(named).other ?? [])
  return names[0] === undefined ? null : <span lang={names[0].lang}>{names.map(({ text }) => text).join(' · ')}</span>
}
