import { afterAll, vi } from 'vitest'

// The house remembers what it read by the number of its revision: a server has one record, and each file here another.
// What comes from packages stays loaded: it is most of what loading costs.
afterAll(() => {
  vi.resetModules()
})
