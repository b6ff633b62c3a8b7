import { describe, expect, test } from 'vitest'
import { english } from '@/lib/contract/words/catalogue'
import { chinese } from '@/lib/contract/words/chinese'
import englishTrouble from '@/lib/contract/words/en/trouble.json'
import labels from '@/lib/contract/words/zh/labels.json'
import { filesOfTheHouse, isShipped, textOf } from '../../house/files'

type Messages = { readonly [key: string]: string | Messages }

function flat(messages: Messages, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flat(value, `${prefix}${key}.`),
  )
}

/** The names that a message is filled in with, and its tags, each once: what stands in its branches included. */
function filledIn(message: string): readonly string[] {
  const found = new Set([...message.matchAll(/<(\w+)>/g)].map(([tag]) => tag))
  let at = 0
  const text = (): void => {
    for (; at < message.length && message[at] !== '}'; at += 1) if (message[at] === '{') argument()
  }
  const argument = (): void => {
    const [head = '', name = '', , kind] = /^\{\s*(\w+)\s*(,\s*(\w+)\s*,?)?/.exec(message.slice(at)) ?? []
    found.add(name)
    at += head.length
    if (kind === 'plural' || kind === 'select') {
      while (message[at] !== '}' && at < message.length) {
        if (message[at] === '{') {
          at += 1
          text()
        }
        at += 1
      }
    } else at = message.indexOf('}', at)
  }
  text()
  return [...found].sort()
}

test('what a message is filled in with is read from its branches too', () => {
  expect(filledIn('{a, plural, one {cells} other {# of {b}}} <to>{c}</to> {d, number}')).toEqual([
    '<to>',
    'a',
    'b',
    'c',
    'd',
  ])
})

const subjects = Object.keys(chinese).filter((subject) => subject !== 'trouble') as (keyof typeof english)[]
const own: { readonly [subject: string]: Messages } = chinese
const theirs: { readonly [subject: string]: Messages } = { ...english, trouble: englishTrouble }

describe.each([...subjects, 'trouble'])('%s in Chinese', (subject) => {
  const [en, zh] = [flat(theirs[subject] ?? {}), new Map(flat(own[subject] ?? {}))]

  test('has the same messages, filled in with the same values', () => {
    expect([...zh.keys()].sort()).toEqual(en.map(([key]) => key).sort())
    for (const [key, message] of en) expect([key, ...filledIn(zh.get(key) ?? '')]).toEqual([key, ...filledIn(message)])
  })

  test('is said in Chinese', () => {
    const untranslated = en.filter(([key, message]) => zh.get(key) === message && hasWords(message))
    expect(untranslated.map(([key, message]) => `${subject}.${key}: ${message}`)).toEqual([])
  })

  test('has no half-width marks between Chinese signs', () => {
    const han = '\\p{Script=Han}'
    const halves = new RegExp(`${han}[,;:!?]|${han}\\.(?=\\s|$)|[,;:!?]${han}`, 'u')
    expect([...zh].filter(([, message]) => halves.test(message.replace(/\{[^{}]*\}/g, '一')))).toEqual([])
  })
})

/** Words in small letters, in a message that is not a name, an address or a pattern. */
function hasWords(message: string): boolean {
  const plain = message.replace(/\{[^{}]*\}|<[^>]*>|https?:\S+|\/\S+/g, ' ')
  return /[a-z]{3,}/.test(plain) && !NAMES.has(plain.trim())
}

/** What is called so in every language. */
const NAMES: ReadonlySet<string> = new Set([
  'Sluice',
  '%s · Sluice',
  'BibTeX',
  'CSL-JSON',
  'JSON Feed',
  'Atom',
  'webcal',
  'SHA-256',
  'Ctrl K',
])

test('the labels of fields are there in Chinese, as the forms have them', () => {
  const shape = (messages: Messages) => flat(messages).map(([key]) => key)
  expect(shape(labels.label)).toEqual(shape(english.forms.label))
  const words: { readonly [word: string]: string } = labels.word
  const choices = flat(english.forms.choice).map(([key]) => key.split('.').at(-1) ?? '')
  expect(choices.filter((word) => words[word] === undefined)).toEqual([])
})

/** What readers' pages are made of; the rooms of editors, of machines and of files speak English alone. */
const READERS =
  /^(app\/(zh|pinned|language|paper)|components\/(?!admin|api|exhibit|snapshot|impact\/(frozen-shown|goes-out))|lib\/contract\/(words|history|timeline|evidence|check)\/|lib\/contract\/(problem-words|refusal|described|countries)|lib\/reading\/(?!exhibit|api|bulk|feed|legal-calendar|drift|followed))/

/** Said where only files, editors or machines are told: by the key, with its reason. */
const ENGLISH_ALONE: { readonly [subject: string]: string } = {
  api: 'the manual of the API and its document',
  admin: 'answers to forms of editors',
  record: 'what is wrong with a file of the record',
}

test('readers’ pages say nothing that has no Chinese', () => {
  const code = filesOfTheHouse().filter((file) => isShipped(file) && READERS.test(file))
  expect(code.length).toBeGreaterThan(150)
  const said = code.flatMap((file) =>
    [...textOf(file).matchAll(/\bsay(?:\.\w+)?\(\s*['"`]([a-z]\w*)\./g)].map(([, subject = '']) => ({ file, subject })),
  )
  expect(said.length).toBeGreaterThan(500)
  const missing = said.filter(({ subject }) => own[subject] === undefined && ENGLISH_ALONE[subject] === undefined)
  expect(missing.map(({ file, subject }) => `${file}: ${subject}`)).toEqual([])
})

test('no words are chosen before the language of the page is known', () => {
  const frozen = filesOfTheHouse()
    .filter((file) => isShipped(file) && READERS.test(file) && file.endsWith('.tsx'))
    .filter((file) => /^(?:export )?const \w+[^=\n]* = (?!\(|async|cache\(|function)[^\n]*\bsay\(/m.test(textOf(file)))
  expect(frozen).toEqual([])
})
