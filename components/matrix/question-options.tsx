import type { MatrixPage } from '@/components/views/matrix-page'
import { allCountries, nameOfCountry } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { inOrder, nameOf } from '@/lib/contract/words/names'

/** Every country by name. */
export function CountryOptions() {
  return allCountries().map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ))
}

/** The named parties, gathered by the country of their seat. */
export function PartyOptions({ parties }: { readonly parties: MatrixPage['parties'] }) {
  const seats = new Map<string | null, MatrixPage['parties'][number][]>()
  for (const party of parties) seats.set(party.country, [...(seats.get(party.country) ?? []), party])
  return [...seats]
    .map(([country, seated]) => ({
      name: country === null ? say('matrix.form.noCountry') : nameOfCountry(country),
      seated: seated.sort((a, b) => inOrder(nameOf(a), nameOf(b))),
    }))
    .sort((a, b) => inOrder(a.name, b.name))
    .map(({ name, seated }) => (
      <optgroup key={name} label={name}>
        {seated.map((party) => (
          <option key={party.key} value={party.key}>
            {nameOf(party)}
          </option>
        ))}
      </optgroup>
    ))
}
