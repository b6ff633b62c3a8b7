// Who may import whom. One rule per room says everything the room may use; anything else is a crime with that rule's name.
// The table and its reasons stand in lib/README.md; tests/house/boundaries.test.ts proves that every rule here still bites.

/** A package, wherever it is installed. */
const npm = (name) => `(^|/)node_modules/${name}/`
const NODE =
  '^(node:)?(assert|async_hooks|buffer|child_process|cluster|console|crypto|dgram|dns|events|fs|http|http2|https|inspector|module|net|os|path|perf_hooks|process|querystring|readline|stream|string_decoder|test|timers|tls|tty|url|util|v8|vm|wasi|worker_threads|zlib)(/|$)'

const LEDGER = '^lib/ledger/'
const CONTRACT = '^lib/contract/'
const FORMATS = '^lib/formats/'
const DB = '^lib/db/'
const READING = '^lib/reading/'
const SHARING = '^lib/sharing/'
const NOTIFYING = '^lib/notifying/'
const DRAWING = '^lib/drawing/'
const COMPONENTS = '^components/'
const SERVER_ONLY = npm('server-only')

/** What is reached from outside by a framework or a command: everything else in the house must be reachable from here. */
const DOORS = [
  '^app/',
  '^proxy[.]ts$',
  '^next[.]config[.]ts$',
  '^instrumentation[.]ts$',
  '^lib/operating/',
  '^prisma/[^/]+[.]ts$',
]

/** A room, and all that it may use. `from` is a path; `except` leaves out rooms inside it that have a rule of their own. */
function room(name, comment, from, mayUse, except) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, ...(except === undefined ? {} : { pathNot: except }) },
    to: { pathNot: mayUse },
  }
}

const rooms = [
  room('ledger-uses-only-itself', 'A court could re-run it: no package, no Node, no clock.', LEDGER, [LEDGER]),
  room('contract-uses-the-ledger-zod-and-the-catalogue', 'The same schema runs in a browser form.', CONTRACT, [
    CONTRACT,
    LEDGER,
    npm('zod'),
    npm('use-intl'),
    npm('opencc-js'), // names in traditional characters; read on the server alone
  ]),
  room('formats-use-the-ledger-and-one-library-per-format', 'Bytes from values.', FORMATS, [
    FORMATS,
    LEDGER,
    '^lib/contract/exhibit[.]ts$', // the shape of an answer that leaves the site: files and drawings are made of it
    '^lib/contract/(axis|citation|image-address|looks|shapes)[.]ts$', // where a day stands, what a citation names, how a status looks, how large a preview is
    npm('canonicalize'),
    npm('csv-(parse|stringify)'),
    npm('write-excel-file'),
    npm('feedsmith'),
    npm('ical-generator'),
    '^(node:)?crypto$',
  ]),
  room('db-uses-the-ledger-and-postgres', 'Rows become ledger values here and nowhere else.', DB, [
    DB,
    LEDGER,
    '^lib/contract/people/acts[.]ts$', // what the log may say: a list without a sentence in it
    npm('@prisma/[^/]+'),
    npm('pg'),
    npm('@types/pg'),
    npm('rate-limiter-flexible'),
    SERVER_ONLY,
    NODE,
  ]),
  room('auth-uses-the-db-and-its-library', 'Only `requireEditor` can make an `Editor`.', '^lib/auth/', [
    '^lib/auth/',
    DB,
    LEDGER,
    CONTRACT,
    npm('better-auth'),
    npm('@better-auth/[^/]+'),
    npm('uqr'),
    npm('@zxcvbn-ts/language-common'),
    npm('next'),
    '^(node:)?crypto$',
    SERVER_ONLY,
  ]),
  room('reading-uses-the-db-and-the-words', 'The same answer for everyone, hence one that can be kept.', READING, [
    READING,
    DB,
    LEDGER,
    CONTRACT,
    FORMATS,
    SERVER_ONLY,
  ]),
  room('editing-knows-no-framework', 'Use cases run in tests and commands unchanged.', '^lib/editing/', [
    '^lib/editing/',
    '^lib/auth/',
    DB,
    LEDGER,
    CONTRACT,
    FORMATS,
    SERVER_ONLY,
  ]),
  room('sharing-appends-snapshots', 'The only writer that a public route may use, and nothing else.', SHARING, [
    SHARING,
    DB,
    LEDGER,
    CONTRACT,
    FORMATS,
    '^(node:)?crypto$',
    SERVER_ONLY,
  ]),
  room('drawing-knows-drawings-and-fonts', 'A picture is made from an answer alone, in a thread of its own.', DRAWING, [
    DRAWING,
    FORMATS,
    LEDGER,
    '^lib/contract/(exhibit|image-address)[.]ts$',
    npm('@resvg/resvg-wasm'),
    npm('lru-cache'),
    '^(node:)?(crypto|fs|module|path|worker_threads)$',
    SERVER_ONLY,
  ]),
  room(
    'notifying-tells-webhooks',
    'What was published goes out; nothing comes in but what a target answered.',
    NOTIFYING,
    [
      NOTIFYING,
      '^lib/auth/person[.]ts$', // the proof that an admin asks, as a type
      DB,
      LEDGER,
      CONTRACT,
      npm('standardwebhooks'),
      npm('ipaddr.js'),
      npm('better-auth'), // its cipher, which keeps second factors too
      '^(node:)?(crypto|dns|http|https|net)$',
      SERVER_ONLY,
    ],
  ),
  room(
    'components-take-values',
    'Values in, HTML out: values and actions arrive as props.',
    COMPONENTS,
    [
      COMPONENTS,
      LEDGER,
      CONTRACT,
      npm('(@types/)?react(-dom)?'),
      npm('cmdk'), // the palette
      npm('recharts'),
      `${npm('next')}link([.](js|d[.]ts))?$`,
    ],
    '^components/ui/',
  ),
  room('ui-could-ship-elsewhere', 'components/ui knows React and nothing of this product.', '^components/ui/', [
    '^components/ui/',
    '^lib/contract/words/language[.]ts$', // which language the page is in: every product has one
    '^lib/contract/shapes[.]ts$', // paths of a few shapes, which drawings that leave the site are made of too
    npm('react'),
    npm('@types/react'),
  ]),
  room(
    'public-routes-only-read',
    "A reader's route cannot touch the record, by construction.",
    '^(app/|proxy[.]ts$)',
    [
      '^app/(?!admin/)',
      READING,
      SHARING,
      DRAWING,
      CONTRACT,
      FORMATS,
      COMPONENTS,
      LEDGER,
      npm('next'),
      npm('react'),
      npm('@types/react'),
      SERVER_ONLY,
    ],
    '^app/(admin/|([(]en[)]/)?api/docs/viewer/)',
  ),
  room(
    'the-manual-hands-out-its-viewer',
    'Two files of a package, read as they are installed.',
    '^app/([(]en[)]/)?api/docs/viewer/',
    ['^(node:)?(fs/promises|path)$', npm('next')],
  ),
  room('admin-edits-through-use-cases', "An editor's route asks a use case; it never holds a row.", '^app/admin/', [
    '^app/',
    '^lib/(editing|auth|reading|sharing|notifying|contract|formats|ledger)/',
    COMPONENTS,
    npm('next'),
    npm('react'),
    npm('@types/react'),
    SERVER_ONLY,
  ]),
]

const fences = [
  {
    name: 'readers-cannot-reach-drafts-or-people',
    comment:
      'A draft is invisible by construction: no route, page or export of readers leads to the tables that hold it.',
    severity: 'error',
    from: { path: '^(app/(?!admin/)|proxy[.]ts$|lib/(reading|sharing)/|components/)' },
    to: { path: '^lib/db/(editing|people|webhooks)/', reachable: true },
  },
  {
    name: 'routes-take-only-types-of-the-ledger',
    comment: 'What a route computes, a test cannot ask for: the rooms it calls do the computing.',
    severity: 'error',
    from: { path: '^(app/|proxy[.]ts$)' },
    to: { path: LEDGER, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'editing-takes-only-types-of-auth',
    comment: 'The proof that someone may edit arrives as a value; editing never asks who is signed in.',
    severity: 'error',
    from: { path: '^lib/editing/' },
    to: { path: '^lib/auth/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'operating-is-the-outermost-ring',
    comment: 'Start, migrate, load, the page store: commands and next.config.ts name it, nobody else.',
    severity: 'error',
    from: {
      pathNot: ['^lib/operating/', '^tests/', '^next[.]config[.]ts$', '^prisma/[^/]+[.]ts$', '^[.](config|ci)/'],
    },
    to: { path: '^lib/operating/' },
  },
  {
    name: 'islands-reach-nothing-of-the-server',
    comment: 'What an island imports travels to every reader: not the database through three innocent modules.',
    severity: 'error',
    from: { path: '[.]client[.]tsx$' },
    to: { path: ['^lib/(db|reading|sharing|drawing|notifying|editing|auth|operating)/', NODE], reachable: true },
  },
  {
    name: 'one-module-knows-the-charts-library',
    comment: 'It weighs more than all other scripts of a page together.',
    severity: 'error',
    from: { pathNot: '^components/evidence/series-chart[.]client[.]tsx$' },
    to: { path: npm('recharts') },
  },
  {
    name: 'charts-are-fetched-when-looked-at',
    comment: 'Imported at once, the library would travel with every page that may show a chart.',
    severity: 'error',
    from: {},
    to: { path: '^components/evidence/series-chart[.]client[.]tsx$', dynamic: false },
  },
  {
    name: 'nothing-turns-in-a-circle',
    comment: 'Two modules that need each other are one module, or three.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-is-dead',
    comment: 'A module that no door leads to is not part of the house; a test alone does not keep it alive.',
    severity: 'error',
    from: { path: DOORS },
    to: { path: '^(lib|components)/.*[.]tsx?$', pathNot: '^lib/operating/', reachable: false },
  },
  {
    name: 'the-house-does-not-lean-on-its-tests',
    comment: 'Tests may use everything; nothing that ships may use them.',
    severity: 'error',
    from: { pathNot: '^tests/' },
    to: { path: '^tests/' },
  },
  {
    name: 'every-import-is-found',
    comment: 'An import that resolves to nothing is invisible to every rule above.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^lib/db/generated/' },
  },
]

module.exports = {
  forbidden: [...rooms, ...fences],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Generated by Prisma, absent from a fresh clone. Only lib/db may name it, and TypeScript checks that it is there.
    exclude: { path: ['^lib/db/generated/', '(^|/)[.]next'] },
    // Type imports are dependencies too: without this the compiler drops them before they are seen.
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
