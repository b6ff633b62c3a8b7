// Verifies the chain of a record from its bulk data alone, and shares no code with the program that wrote it:
//
//   node tests/integrity-verifier.mjs https://sluice.example/data/revisions.jsonl
//   node tests/integrity-verifier.mjs revisions.jsonl [hash that the chain should have]
//
// Each line is a revision. Without its field "hash", written as canonical JSON (RFC 8785), its SHA-256 is that hash; and
// "previousHash" is the hash of the line before it. Nothing is held but one line.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { get } from 'node:http'
import { get as getSecurely } from 'node:https'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const FIELDS = 'author,changes,hash,kind,number,previousHash,reason,recordedAt'

/** RFC 8785: names sorted by their UTF-16 units, no blanks; texts and numbers as ECMAScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** What is wrong with a line behind the revision before it; null where it holds. */
function fault(line, { number, hash }) {
  let said
  try {
    said = JSON.parse(line)
  } catch {
    return `the line behind revision ${number} is not JSON`
  }
  if (typeof said !== 'object' || said === null || Object.keys(said).sort().join() !== FIELDS) {
    return `the line behind revision ${number} is no revision`
  }
  const { hash: own, ...content } = said
  if (said.number !== number + 1) return `revision ${said.number} stands where revision ${number + 1} should`
  if (said.previousHash !== hash) return `revision ${said.number} does not follow revision ${number}`
  // What parses to the same value is the same line, however it is spelled; a name said twice is not.
  if (JSON.stringify(said) !== line) return `revision ${said.number} is not written as its values are`
  const computed = createHash('sha256').update(canonical(content), 'utf8').digest('hex')
  return computed === own ? null : `revision ${said.number} says the hash ${own} and has ${computed}`
}

/**
 * Walks a chain; throws a sentence at the first line that does not hold.
 *
 * @param {Iterable<string> | AsyncIterable<string>} lines
 * @param {string | null} [expected] a hash that one of the revisions should have.
 */
export async function verify(lines, expected = null) {
  let last = { number: 0, hash: null }
  let met = expected === null
  for await (const line of lines) {
    if (line === '') continue
    const wrong = fault(line, last)
    if (wrong !== null) throw new Error(`${wrong}.`)
    const { number, hash } = JSON.parse(line)
    last = { number, hash }
    met ||= hash === expected
  }
  if (last.number === 0) throw new Error('There is no revision.')
  if (!met) throw new Error(`No revision has the hash ${expected}: the chain was cut off, or written anew.`)
  return last
}

async function open(place) {
  if (!/^https?:/.test(place)) return createReadStream(place, 'utf8')
  const ask = place.startsWith('https:') ? getSecurely : get
  const answer = await new Promise((resolve, reject) => ask(place, resolve).on('error', reject))
  if (answer.statusCode !== 200) throw new Error(`${place} answers ${answer.statusCode}.`)
  return answer.setEncoding('utf8')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [place = '', expected = null] = process.argv.slice(2)
  try {
    const { number, hash } = await verify(createInterface({ input: await open(place) }), expected)
    console.log(`${number} revision${number === 1 ? '' : 's'}, head ${hash}`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
