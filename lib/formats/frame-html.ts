import type { Exhibit } from '@/lib/contract/exhibit'
import type { MarkWords } from './frame/marks'
import { gridTable, plainTable, strip, timelineFigure } from './frame/parts'
import { linkOut, status } from './frame/value'
import { element, type Markup, words } from './svg/markup'

/** What a frame says besides the answer: everything is said by whoever makes it, because words are not made here. */
export type FrameWords = {
  /** Whether it updates or is frozen, in a sentence. */
  readonly kind: string
  /** What is different today, for a frozen one; `null` where nothing is to be said. */
  readonly drift: string | null
  /** What leads out of the frame, and where. */
  readonly open: { readonly text: string; readonly href: string }
  /** What it calls what was said and done beside the law. */
  readonly marks: MarkWords
  readonly language: string
}

/**
 * An answer as a whole HTML document for a frame on somebody else's page: no script, one style sheet of ours, every word
 * in the text. The day, the revision and what it is frozen as stand in it, so that a picture of it can be traced.
 *
 * @param look `strip` shows what holds on the asked day, lane by lane, and nothing else.
 */
export function frameHtml(exhibit: Exhibit, said: FrameWords, look: 'whole' | 'strip'): string {
  const { title, asked, sentences, clocks, notes, timelines } = exhibit
  const body = [
    element('h1', {}, linkOut(said.open.href, title)),
    element('p', { class: 'caption' }, element('b', {}, words(said.kind)), words(` ${clocks.join(' · ')}`)),
    ...(asked === '' ? [] : [element('p', { class: 'soft' }, words(asked))]),
    ...(said.drift === null ? [] : [element('p', { class: 'drift' }, words(said.drift))]),
    ...(look === 'strip'
      ? strip(timelines)
      : [...sentences.map((one) => element('p', {}, words(one))), ...parts(exhibit, said.marks)]),
  ]
  const foot = [
    element('p', {}, linkOut(said.open.href, said.open.text)),
    ...notes.map((note) => element('p', { class: 'soft' }, words(note))),
  ]
  return page(title, said.language, element('main', { class: look }, body), element('footer', {}, foot))
}

/** What is drawn, and tables only of what is not: a frame is small, and the page behind it has the rest. */
function parts({ grid, timelines, tables, legend }: Exhibit, said: MarkWords): readonly Markup[] {
  const drawn = [...(grid === null ? [] : [gridTable(grid)]), ...timelines.map((one) => timelineFigure(one, said))]
  const shown = drawn.length > 0 ? drawn : tables.filter((table) => table.shown).map(plainTable)
  const meanings = legend.flatMap(({ shown: one, meaning }) => [
    element('dt', {}, status(one)),
    element('dd', {}, words(meaning)),
  ])
  return [...shown, ...(meanings.length === 0 ? [] : [element('dl', {}, meanings)])]
}

/** A frame that has no answer to show, and says so. */
export function refusalFrame(
  refusal: { readonly title: string; readonly sentences: readonly string[] },
  open: { readonly text: string; readonly href: string },
  language: string,
): string {
  const { title, sentences } = refusal
  const body = [
    element('h1', {}, words(title)),
    ...sentences.map((one) => element('p', {}, words(one))),
    element('p', {}, linkOut(open.href, open.text)),
  ]
  return page(title, language, element('main', { class: 'refused' }, body))
}

/** The same for a reader of this site, who is led on in the same window: the ways are links in their order. */
export function refusalPage(
  refusal: { readonly title: string; readonly sentences: readonly string[] },
  ways: readonly { readonly text: string; readonly href: string }[],
  language: string,
): string {
  const { title, sentences } = refusal
  const body = [
    element('h1', {}, words(title)),
    ...sentences.map((one) => element('p', {}, words(one))),
    ...ways.map(({ text, href }) => element('p', {}, element('a', { href }, words(text)))),
  ]
  return page(title, language, element('main', { class: 'refused' }, body))
}

function page(title: string, language: string, ...body: readonly Markup[]): string {
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('title', {}, words(title)),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('link', { rel: 'stylesheet', href: '/embed.css' }),
  )
  return `<!doctype html>\n${element('html', { lang: language }, head, element('body', {}, ...body))}\n`
}
