import type { Filled, Option } from '@/components/check/form-field'
import { ChoiceField, TextField, TickField } from '@/components/check/form-field'
import type { CheckOffers } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'
import { inOrder, nameOf } from '@/lib/contract/words/names'

/** What the product is: an item line, a material in a form with what it is made of, or a code. */
export function GoodsFields({ offers, filled }: { readonly offers: CheckOffers | null; readonly filled: Filled }) {
  return (
    <fieldset className="check-part">
      <legend>{say('check.form.goods')}</legend>
      <ChoiceField
        name="line"
        label={say('check.form.line')}
        none={say('check.form.noLine')}
        wide
        options={[]}
        groups={linesOf(offers)}
        filled={filled}
      />
      <p className="check-or">{say('check.form.orCell')}</p>
      <ChoiceField
        name="material"
        label={say('check.form.material')}
        none={say('check.form.noMaterial')}
        options={materialsOf(offers)}
        filled={filled}
      />
      <ChoiceField
        name="form"
        label={say('check.form.form')}
        none={say('check.form.noForm')}
        options={(offers?.forms ?? []).map((form): Option => [form.key, nameOf(form)]).sort(byWords)}
        filled={filled}
      />
      <TextField
        name="composition"
        label={say('check.form.composition')}
        hint={say('check.form.compositionHint')}
        wide
        filled={filled}
      />
      <TickField name="unnamed" label={say('check.form.unnamed')} filled={filled} />
      <p className="check-or">{say('check.form.orCode')}</p>
      <TextField name="code" label={say('check.form.code')} hint={say('check.form.codeHint')} filled={filled} />
    </fieldset>
  )
}

/** Longer texts of items make a list that nobody can read, and a page twice as heavy. */
const LONGEST = 90

function linesOf(offers: CheckOffers | null) {
  return (offers?.lines ?? []).map(({ instrument, provisions }) => ({
    name: instrumentName(instrument),
    options: provisions.map(({ key, clause, item }): Option => [key, `${clause} · ${short(item)}`]),
  }))
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`
}

/** Elements with their symbols; all in the order of their names. */
function materialsOf(offers: CheckOffers | null): readonly Option[] {
  return (offers?.materials ?? [])
    .map((material): Option => {
      const name = nameOf(material)
      return [material.key, material.symbol === null ? name : `${name} ${material.symbol}`]
    })
    .sort(byWords)
}

function byWords([, a]: Option, [, b]: Option): number {
  return inOrder(a, b)
}
