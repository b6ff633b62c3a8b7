import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { english } from '@/lib/contract/words/catalogue'
import { filesOfTheHouse, isShipped, textOf } from './files'

type Messages = { readonly [key: string]: string | Messages }

/** Every message of the catalogue by its whole key. */
function flat(messages: Messages, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flat(value, `${prefix}${key}.`),
  )
}

const messages = flat(english)
const keys = new Set(messages.map(([key]) => key))
const code = filesOfTheHouse().filter(isShipped).map(textOf).join('\n')
const subjects = Object.keys(english).join('|')

/** Texts in the code that look like a key of the catalogue: whole, or with a part that is filled in (`status.${status}.word`). */
const named = ["'([^'\\n]+)'", '"([^"\\n]+)"', '`([^`]+)`'].flatMap((quoted) =>
  [...code.matchAll(new RegExp(quoted.replace('(', `((?:${subjects})\\.`), 'g'))].map(([, key = '']) => key),
)
/** An island takes single words out of a subject's file: `const { title, lead } = shell.pending`. */
const taken = [...code.matchAll(new RegExp(`const \\{([^}]+)\\} = ((?:${subjects})\\.[\\w.]+)`, 'g'))].flatMap(
  ([, names = '', part = '']) => names.split(',').map((name) => `${part}.${name.trim()}`),
)
const patterns = named
  .filter((key) => key.includes('${'))
  .map(
    (key) =>
      new RegExp(
        `^${key
          .replace(/\$\{[^}]*\}/g, '\0')
          .replace(/[.*+?^()|[\]\\]/g, '\\$&')
          .replaceAll('\0', '[\\w .-]+')}$`,
      ),
  )

describe('the catalogue', () => {
  test('has the words that the code says', () => {
    const said = [...code.matchAll(/\bsay(?:\.\w+)?\(\s*(['"])([\w.-]+)\1/g)].map(([, , key = '']) => key)

    expect(said.filter((key) => !keys.has(key))).toEqual([])
    expect(said.length).toBeGreaterThan(50)
  })

  test('has no word that nobody says', () => {
    const literal = new Set([...named, ...taken])
    const unsaid = [...keys].filter((key) => !literal.has(key) && !patterns.some((pattern) => pattern.test(key)))

    expect(unsaid).toEqual([])
  })

  test('has a whole message under every key', () => {
    const problems: string[] = []
    const say = createTranslator({ locale: 'en', messages: english, onError: (error) => problems.push(error.message) })
    for (const [key, message] of messages) {
      const values = [...message.matchAll(/\{\s*(\w+)/g)].map(([, name = '']) => [name, 3])
      const tags = [...message.matchAll(/<(\w+)>/g)].map(([, name = '']) => [name, (inner: string) => inner])
      const sayAny: (key: string, values: object) => string = say.markup as never
      if (sayAny(key, Object.fromEntries([...values, ...tags])).trim() === '') problems.push(`${key} says nothing`)
    }

    expect(problems).toEqual([])
  })
})
