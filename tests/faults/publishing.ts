import { fileURLToPath } from 'node:url'
import { endOf, startNode } from '@/lib/operating/processes'
import type { Asked, Looked, Told } from './publisher'

const PROGRAM = fileURLToPath(new URL('publisher.mjs', import.meta.url))

/** Without its number: who asks does not count. */
type Question<One> = One extends { readonly nth: number } ? Omit<One, 'nth'> : never

/** A process of the application that publishes through the editors' own verbs, and can be killed. */
export type Publisher = {
  /** A small correction of wording, written and looked at. */
  readonly draft: (note: string) => Promise<Looked>
  /** How publishing it ended; `killed` when the process was gone before it said so. */
  readonly publish: (looked: Looked) => Promise<Told | { readonly end: 'killed' }>
  /** What day the process takes it for in Beijing. */
  readonly today: () => Promise<string>
  /** As `kill -9` does. */
  readonly kill: () => Promise<void>
  /** Nobody asks it any more; it may be asked again by whoever needs one next. */
  readonly leave: () => Promise<void>
}

/** @param settings more of its environment, as a clock of its own. */
export async function startPublisher(url: string, settings: Readonly<Record<string, string>> = {}): Promise<Publisher> {
  const child = startNode(['--conditions=react-server', PROGRAM], { DATABASE_URL: url, ...settings }, [
    'ignore',
    'inherit',
    'inherit',
    'ipc',
  ])
  const ended = endOf(child)
  const waiting = new Map<number, (told: Told) => void>()
  let count = 0
  await new Promise<void>((ready, failed) => {
    child.on('message', (message: Told | { readonly ready: true }) => {
      if ('ready' in message) ready()
      else waiting.get(message.nth)?.(message)
    })
    ended.then(() => failed(new Error('a publisher did not start')))
  })

  function ask(question: Question<Asked>): Promise<Told | { readonly end: 'killed' }> {
    count += 1
    const nth = count
    const told = new Promise<Told>((resolve) => waiting.set(nth, resolve))
    child.send({ nth, ...question }, () => undefined)
    return Promise.race([told, ended.then(() => ({ end: 'killed' as const }))]).finally(() => waiting.delete(nth))
  }

  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    await ended
  }

  return {
    async draft(note) {
      for (let patience = 20; ; patience -= 1) {
        const told = await ask({ ask: 'draft', note })
        if (told.end === 'drafted') return told.looked
        // Connections that a fault broke may be met only now, and a busy machine keeps them waiting.
        const isAway = told.end === 'thrown' && told.away
        if (!isAway || patience === 0) throw new Error(`no draft could be written: ${JSON.stringify(told)}`)
      }
    },
    publish: (looked) => ask({ ask: 'publish', looked }),
    async today() {
      const told = await ask({ ask: 'today' })
      if (told.end !== 'today') throw new Error('the process does not know what day it is')
      return told.day
    },
    kill,
    leave: kill,
  }
}
