import { mkdirSync, writeFileSync } from 'node:fs'
import { stopChildren } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'
import { onStop, stop } from '@/lib/operating/stopping.mjs'
import { burst } from './load'
import { type MeasuredServer, startMeasured } from './measured-server'
import { type Profile, selfTimeOf } from './self-time'

const CONNECTIONS = 8
const SECONDS = 5
const MOST_SHOWN = 8

/** Pages that nobody asked for before, each a day further back. */
function days(of: (day: string) => string): readonly string[] {
  return Array.from({ length: 1500 }, (_, at) =>
    of(new Date(Date.UTC(2026, 10, 20) - at * 86_400_000).toISOString().slice(0, 10)),
  )
}

const HOT: { readonly [name: string]: readonly string[] } = {
  'matrix, kept': ['/r/1/2026-11-22/matrix'],
  now: ['/'],
  'matrix, made': days((day) => `/r/1/${day}/matrix`),
  'material, made': days((day) => `/r/1/${day}/materials/Dy`),
  'claims, made': days((day) => `/r/1/${day}/claims`),
  'API status': ['/api/v1/status?material=Dy&form=metal&on=2026-11-22&rev=1'],
}

/** `npm run profile`: profiles of the server while hot pages are asked for; `-- --only=now` for one of them. */
export async function profile(words: readonly string[]): Promise<void> {
  const only = words.find((word) => word.startsWith('--only='))?.slice('--only='.length)
  onStop(() => stopChildren())
  const server = await startMeasured()
  const folder = inProject('.cache/profiles')
  mkdirSync(folder, { recursive: true })
  for (const [name, places] of Object.entries(HOT)) {
    if (only !== undefined && only !== name) continue
    const taken = await profileOf(server, places)
    writeFileSync(`${folder}/${name.replace(/\W+/g, '-')}.cpuprofile`, JSON.stringify(taken.profile))
    tell(name, taken)
  }
  console.log(`Profiles, for a viewer of flame graphs: ${folder}`)
  await stop(0)
}

async function profileOf({ address, inside }: MeasuredServer, places: readonly string[]) {
  const [first = '/', ...others] = places
  const asked = (paths: readonly string[]) => (others.length === 0 ? {} : { paths })
  const warm = await burst(address + first, CONNECTIONS, 1, asked(others))
  await inside('/profile/start')
  const { times } = await burst(address + first, CONNECTIONS, SECONDS, asked(others.slice(warm.asked)))
  return { profile: await inside<Profile>('/profile/stop'), requests: times.length }
}

function tell(name: string, { profile: taken, requests }: { profile: Profile; requests: number }): void {
  const { places, functions, busy } = selfTimeOf(taken)
  const percent = (share: number) => `${(share * 100).toFixed(1).padStart(5)} %`
  console.log(
    `\n${name}: ${requests} answers, ${(busy / requests / 1000).toFixed(2)} ms of the server's thread for each`,
  )
  for (const [place, share] of places.slice(0, MOST_SHOWN)) console.log(`  ${percent(share)}  ${place}`)
  console.log('  the functions that spend most themselves')
  for (const [called, share] of functions.slice(0, MOST_SHOWN)) console.log(`  ${percent(share)}  ${called}`)
}
