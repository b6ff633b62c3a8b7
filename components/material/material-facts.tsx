import { HistoryLink } from '@/components/history/history-link'
import { Citations } from '@/components/marks/citations'
import { linkTo } from '@/components/marks/link-to'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import type { MaterialPage } from '@/components/views/material-page'
import { say } from '@/lib/contract/words/catalogue'

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
          { name: say('pages.material.uses'), value: material.uses },
          { name: say('pages.material.critical'), value: listed(material.critical) },
          { name: say('pages.material.aliases'), value: listed(material.aliases) },
          { name: say('pages.material.components'), value: componentsOf(page) },
          {
            name: say('proof.sources'),
            value: <Citations at={coordinates} sources={sources} cited={material.sources} />,
          },
          {
            name: say('history.link'),
            value: <HistoryLink kind="material" record={material.key} name={material.nameEn} at={coordinates} />,
          },
        ]}
      />
    </Section>
  )
}

function groupOf({ material: { group, groupNote } }: MaterialPage): string | null {
  if (group === null) return groupNote
  return groupNote === null ? say(`matrix.group.${group}`) : `${say(`matrix.group.${group}`)}. ${groupNote}`
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

function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ')
}
