import { localDate } from '@/lib/ledger/interval'
import { dayInBeijing } from './beijing'
import type { Cited } from './citation'
import type { Exhibit } from './exhibit'
import { say } from './words/catalogue'
import { dayInWords } from './words/day'

/**
 * What a citation of an answer says: the title, both days, the revision, the id and the address, all of them as the answer
 * itself words them. The day of access is the reader's own.
 *
 * @param origin of this site, without a slash at the end.
 * @param frozen the snapshot that is cited; `null` for the pinned page.
 */
export function citedAnswer(
  exhibit: Exhibit,
  origin: string,
  frozen: { readonly id: string; readonly address: string; readonly madeAt: string } | null,
): Cited {
  const { title, clocks, asked, question, address, recordedOn } = exhibit
  const said = [...clocks, ...(asked === '' ? [] : [asked]), ...(frozen === null ? [] : [idOf(frozen.id)])]
  return {
    key: ['sluice', `r${question.rev}`, question.on, ...(frozen === null ? [] : [frozen.id])].join('-'),
    title,
    site: say('shell.name'),
    made: frozen === null ? recordedOn : dayInBeijing(new Date(frozen.madeAt)),
    revision: say('share.citation.revision', { number: question.rev }),
    id: frozen?.id ?? null,
    note: `${said.map((one) => one.replace(/[.;]$/, '')).join('; ')}.`,
    url: `${origin}${frozen?.address ?? address}`,
  }
}

/** The citation as a sentence: "Sluice (22 November 2026): … https://…". */
export function citationText({ site, made, title, note, url }: Cited): string {
  return say('share.citation.text', { site, made: dayInWords(localDate(made)), title, note, url })
}

function idOf(id: string): string {
  return say('share.citation.snapshot', { id })
}
