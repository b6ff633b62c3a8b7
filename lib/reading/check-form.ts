import 'server-only'
import { pin, refine } from '@/lib/contract/address-reading'
import { partiesNear } from '@/lib/contract/check/party-name'
import { typedOf } from '@/lib/contract/check/typed'
import { namesGoods } from '@/lib/ledger/check/item-line'
import type { Law } from '@/lib/ledger/law'
import { instrumentOf } from '@/lib/ledger/law'
import type { Instrument, Party, Provision } from '@/lib/ledger/record'
import { openAt } from './door'
import { headRevision, todayInBeijing } from './now'
import type { Opened } from './opened'

/** What the form offers: everything that the record can say a product is. */
export function checkOffers(law: Law) {
  return {
    coversFrom: law.coversFrom,
    lines: linesByInstrument(law),
    materials: [...law.materials.values()].map(({ key, kind, nameEn, nameZh, symbol }) => ({
      key,
      kind,
      nameEn,
      nameZh,
      symbol,
    })),
    forms: [...law.forms.values()].map(({ key, nameEn, nameZh }) => ({ key, nameEn, nameZh })),
  }
}

/** The form of a page at coordinates, as it is filled in there, and the parties near to a name that was not found. */
export function checkForm({ coordinates, law }: Opened) {
  const { view, question } = coordinates
  const buyer = question.party === null ? undefined : law.parties.get(question.party)
  const named = view.name === 'check' ? (view.named ?? {}) : {}
  return {
    offers: checkOffers(law),
    typed: typedOf(coordinates, (key) => law.parties.get(key)?.nameEn ?? key),
    /** The buyer as it was typed, where that is the party's name only without its legal form. */
    without: named.party === undefined || buyer === undefined ? null : { name: named.party, party: buyer },
    unfound: [
      ...(named.party === undefined || buyer !== undefined ? [] : [{ field: 'party' as const, name: named.party }]),
      ...(named.owner === undefined ? [] : [{ field: 'owner' as const, name: named.owner.name }]),
    ].map((one) => ({ ...one, near: partiesNear(one.name, law.parties.values()).map((party) => told(party, law)) })),
  }
}

/** What the form offers just now; `null` while the record cannot be asked. */
export async function checkOffersNow() {
  const head = await headRevision()
  if (head === null) return null
  const matrix = { view: { name: 'matrix' as const }, ...refine({}) }
  const opened = await openAt(pin(matrix, head.revision, todayInBeijing()))
  return opened.ok ? checkOffers(opened.value.law) : null
}

function told({ key, nameEn, nameZh, list, listedOn, delistedOn, instrument }: Party, law: Law) {
  return { key, nameEn, nameZh, list, listedOn, delistedOn, instrument: law.instruments.get(instrument) ?? null }
}

type Lines = { readonly instrument: Instrument; readonly provisions: Provision[] }

/** Lines that name goods, under their instruments, the newest first. */
function linesByInstrument(law: Law) {
  const all = new Map<string, Lines>()
  for (const provision of law.provisions.values()) {
    if (!namesGoods(provision)) continue
    const instrument = instrumentOf(law, provision)
    const lines = all.get(instrument.key) ?? { instrument, provisions: [] }
    lines.provisions.push(provision)
    all.set(instrument.key, lines)
  }
  return [...all.values()]
    .sort((a, b) => (a.instrument.issuedOn < b.instrument.issuedOn ? 1 : -1))
    .map(({ instrument: { key, number, titleEn, titleZh, jurisdiction }, provisions }) => ({
      instrument: { key, number, titleEn, titleZh, jurisdiction },
      provisions: provisions.map(({ key: line, clause, item }) => ({ key: line, clause, item })),
    }))
}
