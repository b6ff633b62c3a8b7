import { linkTo } from '@/components/marks/link-to'
import { ProofArticle } from '@/components/proof/proof-article'
import { PageShell } from '@/components/shell/page-shell'
import { Zh } from '@/components/ui/zh'
import type { ProofPage } from '@/components/views/proof-page'
import { say } from '@/lib/contract/words/catalogue'

/** One cell's proof on a page of its own. */
export function ProofView(page: ProofPage) {
  const { proof, coordinates } = page
  const { material, form } = proof
  const trail = [
    { label: say('shell.nav.matrix'), href: linkTo(coordinates, { name: 'matrix' }) },
    { label: material.nameEn, href: linkTo(coordinates, { name: 'material', key: material.key }) },
  ]
  return (
    <PageShell frame={page} trail={trail}>
      <h1 className="kicker">
        {say('proof.why', { material: material.nameEn, form: form.nameEn.toLowerCase() })}{' '}
        <Zh>{`${material.nameZh} · ${form.nameZh}`}</Zh>
      </h1>
      <ProofArticle page={page} />
    </PageShell>
  )
}
