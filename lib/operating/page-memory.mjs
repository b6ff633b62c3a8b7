import { LRUCache } from 'lru-cache'

const DEFAULT_MEGABYTES = 128

/** One memory for the process, whichever module asks first, and however many times Next loads one of them. */
const SHARED = Symbol.for('sluice.page-store')

// Pages stand under numbers of revisions: where those come to mean another record, they are forgotten (lib/db/remembered).
globalThis['sluice.remembered'] ??= new Set()
globalThis['sluice.remembered'].add({ clear: () => globalThis[SHARED]?.clear() })

/**
 * The memory for finished pages, as Next keeps them (page-store.mjs) and as they are sent (front/kept.mjs): bounded by bytes
 * over both together, the least recently read leaving first. Whose an entry is, its key says.
 *
 * @returns {LRUCache<string, any>}
 */
export function pageMemory() {
  globalThis[SHARED] ??= new LRUCache({ maxSize: megabytes() * 1024 * 1024 })
  return globalThis[SHARED]
}

function megabytes() {
  const given = Number(process.env.PAGE_STORE_MB)
  return Number.isFinite(given) && given > 0 ? given : DEFAULT_MEGABYTES
}
