import { kept } from '@/lib/db/client'

const home = globalThis as { sluiceDatabase?: ReturnType<typeof kept> | undefined }

/**
 * This process has read nothing of its record, as after `closeDatabase`, and keeps its connections: what is asked of them was
 * compiled before, and whoever makes them anew for each test spends most of it on that.
 */
export function readNothing(): void {
  const { database, editors, sharing } = kept()
  home.sluiceDatabase = undefined
  home.sluiceDatabase = { ...kept(), database, editors, sharing }
}
