import { readFileSync } from 'node:fs'

/** A line of the file of addresses: what is opened, the status, and the type of the answer or where it leads. */
export type OldAddress = { readonly address: string; readonly status: number; readonly comes: string }

/** Every shape of address that was ever published, as tests/golden/old-addresses.txt has them. */
export function oldAddresses(): readonly OldAddress[] {
  return readFileSync(new URL('../golden/old-addresses.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [address = '', status = '', comes = ''] = line.split(' ')
      return { address, status: Number(status), comes }
    })
}
