import { say } from '../words/catalogue'
import { checkQuery, checkShape } from './check-shapes'
import { compareShape } from './compare-shapes'
import { ASKED, define, noParameters } from './define'
import { codesShape, documentShape, integrityShape, rootShape, searchShape } from './look-up-shapes'
import { codesQuery, compareQuery, matrixQuery, nothingQuery, searchQuery, statusQuery, timelineQuery } from './queries'
import { matrixShape, statusShape, timelineShape } from './shapes'

export const rootOperation = define({
  id: 'root',
  group: 'about',
  path: '',
  parameters: noParameters,
  query: nothingQuery,
  answer: rootShape,
  fails: [400, 503],
  examples: [{ title: say('api.example.root') }],
})

export const integrityOperation = define({
  id: 'integrity',
  group: 'about',
  path: '/integrity',
  parameters: noParameters,
  query: nothingQuery,
  answer: integrityShape,
  fails: [400, 503],
  examples: [{ title: say('api.example.integrity') }],
})

export const documentOperation = define({
  id: 'document',
  group: 'about',
  path: '/openapi.json',
  parameters: noParameters,
  query: nothingQuery,
  answer: documentShape,
  fails: [400],
  examples: [{ title: say('api.example.document') }],
})

export const statusOperation = define({
  id: 'status',
  group: 'answers',
  path: '/status',
  parameters: noParameters,
  query: statusQuery,
  answer: statusShape,
  fails: ASKED,
  examples: [
    { title: say('api.example.status'), query: { material: 'Dy', form: 'metal', on: '2025-11-08', rev: '1' } },
    {
      title: say('api.example.statusPauseEnded'),
      query: { material: 'Ho', form: 'metal', on: '2026-11-22', to: 'US', use: 'civil', rev: '1' },
    },
  ],
})

export const matrixOperation = define({
  id: 'matrix',
  group: 'answers',
  path: '/matrix',
  parameters: noParameters,
  query: matrixQuery,
  answer: matrixShape,
  fails: ASKED,
  examples: [{ title: say('api.example.matrix'), query: { on: '2025-11-08', known: '2025-11-01', rev: '1' } }],
})

export const timelineOperation = define({
  id: 'timeline',
  group: 'answers',
  path: '/timeline',
  parameters: noParameters,
  query: timelineQuery,
  answer: timelineShape,
  fails: ASKED,
  examples: [
    { title: say('api.example.timeline'), query: { material: 'Ho', form: 'metal', on: '2025-11-08', rev: '1' } },
    { title: say('api.example.timelineOfAll'), query: { material: 'Dy', on: '2025-11-08', rev: '1' } },
  ],
})

export const compareOperation = define({
  id: 'compare',
  group: 'answers',
  path: '/compare',
  parameters: noParameters,
  query: compareQuery,
  answer: compareShape,
  fails: ASKED,
  examples: [
    { title: say('api.example.compare'), query: { a: '1/2025-11-06', b: '1/2025-11-08' } },
    {
      title: say('api.example.compareUses'),
      query: { a: '1/2025-11-08/to/US', b: '1/2025-11-08/to/US/use/military' },
    },
  ],
})

export const checkOperation = define({
  id: 'check',
  group: 'answers',
  path: '/check',
  parameters: noParameters,
  query: checkQuery,
  answer: checkShape,
  fails: ASKED,
  examples: [
    {
      title: say('api.example.check'),
      query: {
        composition: 'NdFeB with 2 % Dy',
        form: 'magnet',
        origin: 'CN',
        to: 'DE',
        use: 'civil',
        noParty: 'yes',
        noOwner: 'yes',
        on: '2026-11-22',
        rev: '1',
      },
    },
    { title: say('api.example.checkCode'), query: { code: '2846.90.19', on: '2026-11-22', rev: '1' } },
  ],
})

export const searchOperation = define({
  id: 'search',
  group: 'look-up',
  path: '/search',
  parameters: noParameters,
  query: searchQuery,
  answer: searchShape,
  fails: [400, 404, 503],
  examples: [{ title: say('api.example.search'), query: { q: '镝' } }],
})

export const codesOperation = define({
  id: 'codes',
  group: 'look-up',
  path: '/codes',
  parameters: noParameters,
  query: codesQuery,
  answer: codesShape,
  fails: [400, 404, 503],
  examples: [
    { title: say('api.example.codesHs'), query: { code: '2846.90', on: '2025-11-08' } },
    { title: say('api.example.codesItem'), query: { code: '1C905.a.1', on: '2025-11-08' } },
    { title: say('api.example.codesAnnouncement'), query: { code: 'No. 61 of 2025', on: '2025-11-08' } },
  ],
})
