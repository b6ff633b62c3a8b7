import { describe, expect, test } from 'vitest'
import { faultsOf } from './faults'
import { formsOf } from './page-forms'
import { type Came, plainly } from './sending'

const GOOD = { 'content-type': 'text/html', 'x-content-type-options': 'nosniff', 'content-security-policy': 'x' }
const BOUNDS = { slowMs: 100, secrets: ['/srv/sluice'] }

function faults(
  text: string,
  over: { status?: number; headers?: object; ms?: number } = {},
  path = '/',
): readonly string[] {
  const { status = 200, headers = {}, ms = 1 } = over
  const came = { came: 'answer', status, headers: { ...GOOD, ...headers }, body: Buffer.from(text), ms } as Came
  return faultsOf(plainly(path), came, BOUNDS)
}

describe('an answer is found at fault', () => {
  test('for nothing, where it is in order', () => {
    expect(faults('<p>&lt;zq7 a=&quot;zq8&#x27;zq9&amp;zq0&gt; at noon (by 10:30)</p>')).toEqual([])
    expect(faults('', { status: 503, headers: { 'retry-after': '5' } })).toEqual([])
  })

  test.for([
    ['<zq7 a="zq8\'zq9&zq0>', {}, 'gives back what was sent as markup'],
    ['<a href="zq7 a="zq8">', {}, 'gives back what was sent as markup'],
    ['<p>TypeError: x</p>', {}, 'tells of its inside: (?:Type|Range|Reference|Syntax|Zod)Error\\b'],
    ['in /srv/sluice/app', {}, 'tells a secret'],
    ['', { status: 500 }, 'answers 500'],
    ['', { status: 503 }, 'answers 503 without Retry-After'],
    ['', { ms: 101 }, 'hangs: over 100 ms'],
    ['', { headers: { 'x-content-type-options': undefined } }, 'lacks nosniff'],
    ['', { headers: { 'content-security-policy': undefined } }, 'lacks a content security policy'],
    ['', { headers: { 'set-cookie': ['a=b'] } }, 'sets a cookie for a reader'],
    ['', { headers: { 'x-powered-by': 'x' } }, 'tells what it is made with'],
    ['', { headers: { 'x-zq7': '1' } }, 'lets a value into its head'],
    ['', { headers: { location: '//zq7.example/' } }, 'leads to another site'],
    ['x', { headers: { 'content-type': undefined } }, 'has no content-type'],
    ['{', { headers: { 'content-type': 'application/json' } }, 'calls JSON what is none'],
  ] as const)('%j %j: %s', ([text, over, fault]) => {
    expect(faults(text, over)).toEqual([fault])
  })

  test('where none comes', () => {
    expect(faultsOf(plainly('/'), { came: 'nothing', ms: 1 }, BOUNDS)).toEqual(['hangs: no answer in time'])
    expect(faultsOf(plainly('/'), { came: 'broken', why: 'x' }, BOUNDS)).toEqual(['breaks the connection: x'])
  })
})

test('the forms of a page are found with everything that they send', () => {
  const html = `<form id="a" action="/x?y=1&amp;z=2" method="post"><input type="hidden" name="$ACTION" value="q&quot;"/>
    <input type="checkbox" name="c" value="v"/><select name="s"><option value="1"></option><option value="2" selected=""></option></select>
    <textarea name="t">a &lt;b</textarea></form><button form="a" name="do" value="it">Do</button><form><input name="q"/></form>`
  expect(formsOf(html, '/here?x')).toEqual([
    {
      path: '/x?y=1&z=2',
      method: 'POST',
      controls: [
        { name: '$ACTION', type: 'hidden', value: 'q"', options: [] },
        { name: 'c', type: 'checkbox', value: null, options: ['v'] },
        { name: 's', type: 'select', value: '2', options: ['1', '2'] },
        { name: 't', type: 'text', value: 'a <b', options: [] },
        { name: 'do', type: 'submit', value: 'it', options: [] },
      ],
    },
    { path: '/here?x', method: 'GET', controls: [{ name: 'q', type: 'text', value: '', options: [] }] },
  ])
})
