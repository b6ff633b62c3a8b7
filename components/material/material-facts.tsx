import { HistoryLink } from '@/components/history/history-link'
import { Citations } from '@/components/marks/citations'
import { linkTo } from '@/components/marks/link-to'
import { English } from '@/components/ui/english'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import type { MaterialPage } from '@/components/views/material-page'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'

/** What the material is, apart from any rule. */
export function MaterialFacts({ page }: { readonly page: MaterialPage }) {
  const { material, coordinates, sources } = page
  return (
    <Section id="facts" title={say('pages.material.facts')}>
      <Facts
        facts={[
          { name: say('pages.material.kind'), value: say(`pages.material.kinds.${material.kind}`) },
          { name: say('pages.material.atomicNumber'), value: material.atomicNumber },
          { name: say('pages.material.group'), value: groupOf(page) },
          {
            name: say('pages.material.uses'),
            value: material.uses === null ? null : <English>{material.uses}</English>,
          },
          { name: say('pages.material.critical'), value: told(material.critical) },
          { name: say('pages.material.aliases'), value: told(material.aliases) },
          { name: say('pages.material.components'), value: componentsOf(page) },
          {
            name: say('proof.sources'),
            value: <Citations at={coordinates} sources={sources} cited={material.sources} />,
          },
          {
            name: say('history.link'),
            value: <HistoryLink kind="material" record={material.key} name={nameOf(material)} at={coordinates} />,
          },
        ]}
      />
    </Section>
  )
}

function groupOf({ material: { group, groupNote } }: MaterialPage) {
  if (group === null) return groupNote === null ? null : <English>{groupNote}</English>
  if (groupNote === null) return say(`matrix.group.${group}`)
  return (
    <>
      {say(`matrix.group.${group}`)}
      {mark('stop')} <English>{groupNote}</English>
    </>
  )
}

function componentsOf({ material, coordinates }: MaterialPage) {
  if (material.components.length === 0) return null
  return (
    <ul className="inline-list">
      {material.components.map((key) => (
        <li key={key}>
          <a href={linkTo(coordinates, { name: 'material', key })}>{key}</a>
        </li>
      ))}
    </ul>
  )
}

function told(values: readonly string[]) {
  return values.length === 0 ? null : <English>{values.join(', ')}</English>
}
