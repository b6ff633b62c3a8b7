import { linkTo } from '@/components/marks/link-to'
import { MatrixIsland } from '@/components/matrix/matrix-island.client'
import type { MatrixPage } from '@/components/views/matrix-page'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { nameOf } from '@/lib/contract/words/names'
import type { Status } from '@/lib/ledger/status'
import { STATUSES } from '@/lib/ledger/status'

/** Above the table: which rows and columns it has, and, where scripts run, the filters. */
export function MatrixTools({ page }: { readonly page: MatrixPage }) {
  const { coordinates } = page
  return (
    <div className="tools">
      <nav aria-label={say('matrix.views.name')}>
        <ul className="choices">
          <Choice at={coordinates} changed={{ by: 'form' }} words={say('matrix.views.forms')} />
          <Choice at={coordinates} changed={{ by: 'regime' }} words={say('matrix.views.regimes')} />
        </ul>
        <ul className="choices">
          <Choice at={coordinates} changed={{ scope: 'rare-earths' }} words={say('matrix.views.rare')} />
          <Choice at={coordinates} changed={{ scope: 'all' }} words={say('matrix.views.allShort')} />
        </ul>
      </nav>
      <MatrixIsland filters={filtersOf(page)} words={islandWords()} />
    </div>
  )
}

type Changed = Partial<Pick<Coordinates, 'by' | 'scope'>>

function Choice({
  at,
  changed,
  words,
}: {
  readonly at: Coordinates
  readonly changed: Changed
  readonly words: string
}) {
  const asked = { ...at, ...changed }
  const current = asked.by === at.by && asked.scope === at.scope
  return (
    <li>
      <a
        href={linkTo(asked, asked.scope === at.scope ? at.view : { name: 'matrix' })}
        aria-current={current ? 'true' : undefined}
      >
        {words}
      </a>
    </li>
  )
}

/** What the table can be filtered by: only values that some row has. */
function filtersOf({ matrix, coordinates }: MatrixPage) {
  const statuses = new Set<Status | 'mixed'>(
    matrix.rows.flatMap((row) =>
      coordinates.by === 'form'
        ? row.cells.map((cell) => cell.answer.status)
        : row.regimes.flatMap((cell) => cell.rollup?.status ?? []),
    ),
  )
  const groups = (['light', 'medium', 'heavy'] as const).filter((group) =>
    matrix.rows.some((row) => row.material.group === group),
  )
  return [
    {
      name: 'status',
      title: say('matrix.island.status'),
      options: STATUSES.filter((status) => statuses.has(status)).map((key) => ({
        key,
        label: say(`status.word.${key}`),
      })),
    },
    {
      name: 'group',
      title: say('matrix.island.group'),
      options: groups.map((key) => ({ key, label: say(`matrix.group.${key}`) })),
    },
    {
      name: 'form',
      title: say('matrix.island.form'),
      options: coordinates.by === 'form' ? matrix.forms.map((form) => ({ key: form.key, label: nameOf(form) })) : [],
    },
  ]
}

/** The island speaks the catalogue's words without carrying the catalogue. */
function islandWords() {
  return {
    filters: say('matrix.island.filters'),
    showing: say.raw('matrix.island.showing') as string,
    none: say.raw('matrix.island.none') as string,
    lift: say('matrix.island.lift'),
    liftAll: say('matrix.island.liftAll'),
    arrows: say('matrix.island.arrows'),
    loading: say('matrix.island.loading'),
    failed: say('matrix.island.failed'),
    page: say('matrix.island.open'),
    close: say('matrix.island.close'),
  }
}
