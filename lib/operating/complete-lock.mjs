// `npm run lock`, after every change of dependencies. Packages with a program for one system each are optional; a
// registry that lacks those of other systems makes npm leave them out of the lock, and then `npm ci` refuses the lock
// on such a system. This names them all, and takes the addresses of one registry out, so that any may be used.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const systems = {
  aix: 'aix',
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
}
const processors = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
])

const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8'))

let added = 0
for (const { optionalDependencies = {} } of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`
    if (lock.packages[place] || !/^\d/.test(version)) continue
    lock.packages[place] = entryFor(name, version)
    added += 1
  }
}
for (const entry of Object.values(lock.packages)) delete entry.resolved

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} packages of other systems added to the lock.`)

/** Such packages say their system in their name: `@scope/linux-arm64-musl`. */
function entryFor(name, version) {
  const words = name.split('/').at(-1).split('-')
  const os = words.map((word) => systems[word]).filter(Boolean)
  const cpu = words.filter((word) => processors.has(word))
  const libc = words.flatMap((word) => (/^musl/.test(word) ? ['musl'] : /^gnu/.test(word) ? ['glibc'] : []))
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  }
}
