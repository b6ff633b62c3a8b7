import { existsSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '../root'
import { filesBelow, filesOfPrograms, filesOfServer } from './trace'

/** What somebody may start in an image, and what those start or load by a path that no import names. */
const PROGRAMS = [
  'lib/operating/start.mjs',
  'lib/operating/serve.ts',
  'lib/operating/healthy.mjs',
  'lib/operating/prepare-database.mjs',
  'lib/operating/prepare.ts',
  'lib/operating/people.mjs',
  'lib/operating/manage-people.ts',
  'lib/operating/snapshots.mjs',
  'lib/operating/check-snapshots.ts',
  'lib/operating/check-record.mjs',
  'lib/operating/check-record.ts',
  'lib/operating/backup.mjs',
  'lib/operating/restore.mjs',
  'lib/operating/backup/commands.ts',
  'lib/operating/follow-owner.mjs',
  'lib/operating/peer-address.mjs',
  'lib/operating/page-store.mjs',
  'lib/operating/front/server.mjs',
  'lib/drawing/rasterise.mjs',
]

/** What is read by its path. */
const READ = ['tsconfig.json', 'prisma/migrations', 'prisma/data', 'public']

/** Files of packages that are read by their path: fonts, the rasteriser, and the viewer of the manual. */
const READ_OF_PACKAGES = [
  ...['source-sans-3', 'noto-sans-sc', 'noto-sans-tc', 'noto-sans-kr'].map(fontPackage),
  { folder: 'node_modules/@resvg/resvg-wasm', files: /\/(package\.json|index_bg\.wasm)$/ },
  { folder: 'node_modules/swagger-ui-dist', files: /\/(package\.json|swagger-ui-bundle\.js|swagger-ui\.css)$/ },
]

function fontPackage(name: string) {
  const scope = name === 'source-sans-3' ? '@fontsource' : '@fontsource-variable'
  const files =
    scope === '@fontsource'
      ? /\/(package|unicode)\.json$|-[46]00-normal\.woff2$/
      : /\/(package|unicode)\.json$|-wght-normal\.woff2$/
  return { folder: `node_modules/${scope}/${name}`, files }
}

/**
 * Of the built pages, what only a build or a developer reads: its own cache and logs, traces, maps; and of packages, the
 * library that shrinks pictures, which this site sends as they are.
 */
const LEFT_OUT =
  /^\.next[^/]*\/(cache|types|diagnostics|dev|standalone|build|trace[^/]*|turbopack|lock|sluice\.stamp)(\/|$)|\.nft\.json$|\.map$|^node_modules\/(sharp|@img)\//

/** What Next.js brings as one large file each, which asks for nothing beside itself. */
const BUNDLES = /^node_modules\/next\/dist\/compiled\//

/**
 * The files that serving needs, and no others, by their paths from the project's folder. What is told by `package.json` is
 * written anew, see `write-image`.
 *
 * @param built the folder of the built pages, from the project's.
 */
export async function contentsOfImage(built: string): Promise<readonly string[]> {
  const programs = PROGRAMS.filter((file) => existsSync(inProject(file)))
  const packages = READ_OF_PACKAGES.flatMap(({ folder, files }) =>
    filesBelow(folder).filter((file) => files.test(`/${file}`)),
  )
  const ofServer = filesOfServer(built)
  // Of itself Next.js writes down the half that answers, and not the one that starts it: that half is followed here.
  const known = new Set(ofServer.filter((file) => !file.startsWith('node_modules/next/') || BUNDLES.test(file)))
  const all = [
    ...ofServer,
    ...(await filesOfPrograms(programs, known)),
    ...filesBelow(built),
    ...READ.flatMap((place) => (path.extname(place) === '' ? filesBelow(place) : [place])),
    ...packages,
  ]
  return [...new Set(all)].filter((file) => !LEFT_OUT.test(file) && file !== 'package.json').sort()
}
