import { readFile } from 'node:fs/promises'
import path from 'node:path'

export const dynamic = 'force-dynamic'

/** The viewer's own files, by the names under which we hand them out; nothing else of its package is. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['swagger-ui.css', 'text/css; charset=utf-8'],
])

/** Read once: they are part of what is installed. */
const read = new Map<string, Promise<string>>()

export async function GET(_: Request, { params }: RouteContext<'/api/docs/viewer/[file]'>): Promise<Response> {
  const { file } = await params
  const type = FILES.get(file)
  if (type === undefined) return new Response(null, { status: 404 })
  return new Response(await textOf(file), {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=86400' },
  })
}

function textOf(file: string): Promise<string> {
  const place = path.join(process.cwd(), 'node_modules/swagger-ui-dist', file)
  // What maps the code to its sources is not handed out, so browsers are not told of it either.
  const reading =
    read.get(file) ?? readFile(place, 'utf8').then((text) => text.replace(/\n?\/[/*]# sourceMappingURL=[^\n]*\s*$/, ''))
  read.set(file, reading)
  return reading
}
