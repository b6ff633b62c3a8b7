type Memory = { readonly clear: () => void }

/** On the global object, because every bundle of the server has memories of its own. */
const home = globalThis as typeof globalThis & { 'sluice.remembered'?: Set<Memory> }

/**
 * Says of a memory that it is one of revisions by their numbers: it is cleared when those numbers come to mean another record,
 * which they do after a restore (`headRevision`).
 */
export function remembered<Of extends Memory>(memory: Of): Of {
  home['sluice.remembered'] ??= new Set()
  home['sluice.remembered'].add(memory)
  return memory
}

/** Clears them all. */
export function forgetAll(): void {
  for (const memory of home['sluice.remembered'] ?? []) memory.clear()
}
