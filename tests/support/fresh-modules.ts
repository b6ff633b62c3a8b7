import { afterAll, vi } from 'vitest'

const settings = { ...process.env }

// The house remembers what it read by the number of its revision: a server has one record, and each file here another. So
// it has the settings of a process, which some files change. What comes from packages stays loaded: it is most of what
// loading costs. Some memories stand on the global object, because a server's bundles share them.
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name]
  Object.assign(process.env, settings)
  for (const name of Object.keys(globalThis)) if (name.startsWith('sluice.')) Reflect.deleteProperty(globalThis, name)
  vi.resetModules()
})
