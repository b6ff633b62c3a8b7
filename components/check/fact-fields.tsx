import type { Filled, Option } from '@/components/check/form-field'
import { ChoiceField, TextField, TickField } from '@/components/check/form-field'
import type { CheckOffers } from '@/components/views/check-page'
import { allCountries } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

function countries(): readonly Option[] {
  return allCountries().map(({ code, name }): Option => [code, name])
}

export function MadeFields({ filled }: { readonly filled: Filled }) {
  return (
    <fieldset className="check-part">
      <legend>{say('check.form.made')}</legend>
      <ChoiceField
        name="origin"
        label={say('check.form.origin')}
        none={say('check.form.unknown')}
        options={countries()}
        filled={filled}
      />
      <TextField name="share" label={say('check.form.share')} hint={say('check.form.shareHint')} filled={filled} />
      <ChoiceField
        name="technology"
        label={say('check.form.technology')}
        none={say('check.form.unknown')}
        options={[
          ['yes', say('check.form.yes')],
          ['no', say('check.form.no')],
        ]}
        filled={filled}
      />
    </fieldset>
  )
}

export function DealFields({ filled, offers }: { readonly filled: Filled; readonly offers: CheckOffers | null }) {
  return (
    <fieldset className="check-part">
      <legend>{say('check.form.deal')}</legend>
      <ChoiceField
        name="from"
        label={say('check.form.from')}
        none={null}
        options={countries()}
        filled={{ ...filled, typed: { from: 'CN', ...filled.typed } }}
      />
      <ChoiceField
        name="to"
        label={say('check.form.to')}
        none={say('check.form.unknown')}
        options={countries()}
        filled={filled}
      />
      <ChoiceField
        name="use"
        label={say('check.form.use')}
        hint={say('check.form.useHint')}
        none={say('check.form.unknown')}
        options={[
          ['civil', say('check.form.civil')],
          ['military', say('check.form.military')],
        ]}
        filled={filled}
      />
      <TextField
        name="on"
        label={say('check.form.on')}
        hint={
          offers === null
            ? say('check.form.knownHint')
            : say('check.form.onHint', { first: dayInWords(offers.coversFrom) })
        }
        filled={filled}
      />
      <TextField name="known" label={say('check.form.known')} hint={say('check.form.knownHint')} filled={filled} />
    </fieldset>
  )
}

export function WhoFields({ filled }: { readonly filled: Filled }) {
  return (
    <fieldset className="check-part">
      <legend>{say('check.form.who')}</legend>
      <TextField name="party" label={say('check.form.party')} hint={say('check.form.partyHint')} wide filled={filled} />
      <TickField name="noParty" label={say('check.form.noParty')} filled={filled} />
      <TextField name="owner" label={say('check.form.owner')} hint={say('check.form.ownerHint')} wide filled={filled} />
      <TextField name="ownerShare" label={say('check.form.ownerShare')} filled={filled} />
      <TickField name="noOwner" label={say('check.form.noOwner')} filled={filled} />
    </fieldset>
  )
}
