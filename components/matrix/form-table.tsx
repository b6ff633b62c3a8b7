import { withBreaks } from '@/components/matrix/breaks'
import { Caption } from '@/components/matrix/caption'
import { FormCell } from '@/components/matrix/form-cell'
import { RollupCell } from '@/components/matrix/rollup-cell'
import { RowHead } from '@/components/matrix/row-head'
import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'
import { columnName, inFamilies } from '@/lib/contract/words/matrix'
import type { BuyerDifference } from '@/lib/ledger/buyer'
import type { MatrixRow } from '@/lib/ledger/matrix'
import type { Form, FormFamily } from '@/lib/ledger/record'

/** As many form columns fit a window of 90rem; more scroll inside their region. */
const FITTING = 15

/** Materials by forms, the roll-up beside the name. A native table; under 640 px each row is a list of its own. */
export function FormTable({ page }: { readonly page: MatrixPage }) {
  const { matrix } = page
  const claimed = new Set(page.claimed)
  const forBuyer = new Map(page.buyer.differences.map((one) => [`${one.material}/${one.form}`, one]))
  const forms = inFamilies(matrix.forms)
  return (
    <table className="matrix" id="matrix" data-fits={forms.length <= FITTING ? '' : undefined}>
      <Caption page={page} />
      <Head forms={forms} />
      <tbody>
        {matrix.rows.map((row) => (
          <Row key={row.material.key} row={row} forms={forms} page={page} claimed={claimed} forBuyer={forBuyer} />
        ))}
      </tbody>
    </table>
  )
}

function Head({ forms }: { readonly forms: readonly Form[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {say('matrix.head.material')}
        </th>
        <th scope="col" rowSpan={2} data-sum="">
          {say('matrix.head.open')}
        </th>
        {familiesOf(forms).map(({ family, count, at }) => (
          <th key={at} scope="colgroup" colSpan={count}>
            {say(`matrix.head.family.${family}`)}
          </th>
        ))}
      </tr>
      <tr>
        {forms.map((form) => (
          <th key={form.key} scope="col" data-f={form.key}>
            {breakable(form)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Row({
  row,
  forms,
  page,
  claimed,
  forBuyer,
}: {
  readonly row: MatrixRow
  readonly forms: readonly Form[]
  readonly page: MatrixPage
  readonly claimed: ReadonlySet<string>
  readonly forBuyer: ReadonlyMap<string, BuyerDifference>
}) {
  const { material, cells } = row
  return (
    <tr data-k={material.key} data-g={material.group ?? 'none'}>
      <RowHead material={material} elsewhere={row.elsewhere} at={page.coordinates} />
      <RollupCell rollup={row.rollup} material={material.key} at={page.coordinates} />
      {forms.map((form) => (
        <FormCell
          key={form.key}
          form={form}
          cell={cells.find((cell) => cell.answer.form === form.key)}
          at={page.coordinates}
          claimed={claimed.has(`${material.key}/${form.key}`)}
          forBuyer={forBuyer.get(`${material.key}/${form.key}`)}
        />
      ))}
    </tr>
  )
}

/** The name of a column, with places where a line may end. */
function breakable(form: Form): string {
  return withBreaks(columnName(form))
}

/** Runs of neighbouring forms of one family: the upper row of the head. */
function familiesOf(forms: readonly Form[]): readonly { family: FormFamily; count: number; at: string }[] {
  const runs: { family: FormFamily; count: number; at: string }[] = []
  for (const { family, key } of forms) {
    const last = runs.at(-1)
    if (last?.family === family) last.count += 1
    else runs.push({ family, count: 1, at: key })
  }
  return runs
}
