import 'server-only'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'

/** Too many drawings wait already: ask again in so many seconds. */
export type Busy = { readonly seconds: number }

type Drawn = { readonly number: number; readonly bytes?: Uint8Array; readonly failure?: string }
type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; last: number }

/** A drawing takes some tenths of a second: what waits longer than that many is told to come back. */
const MOST_WAITING = 16
const SECONDS = 3

/** One thread for the process, however many times Next loads this module. */
const SHARED = Symbol.for('sluice.drawing-thread')
const shared = globalThis as { [SHARED]?: Thread | undefined }

/**
 * Draws in a thread of its own, one drawing after the other, so that no other answer waits for it.
 *
 * @param width of the picture in pixels.
 * @throws {Error} when the drawing cannot be drawn, or the thread ends: a fault of ours.
 */
export async function rasterised(svg: string, width: number): Promise<Result<Uint8Array, Busy>> {
  const thread = threadNow()
  if (thread.waiting.size >= MOST_WAITING) return refused({ seconds: SECONDS })
  thread.last += 1
  const number = thread.last
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    thread.waiting.set(number, { resolve, reject })
    thread.worker.ref() // a process that is asked to end ends once the drawings that somebody waits for are there
    thread.worker.postMessage({ number, svg, width })
  })
  return ok(bytes)
}

function threadNow(): Thread {
  const known = shared[SHARED]
  if (known !== undefined) return known
  // The thread is begun from the file as it stands on disk. A bundler that saw this would take the file along, and leave
  // behind the rasteriser and the fonts that it looks for beside itself.
  const threads = process.getBuiltinModule('node:worker_threads')
  const worker = new threads.Worker(path.join(process.cwd(), 'lib/drawing/rasterise.mjs'))
  const thread: Thread = { worker, waiting: new Map(), last: 0 }
  worker.unref()
  worker.on('message', (drawn: Drawn) => settle(thread, drawn))
  worker.on('error', (error) => end(thread, error))
  worker.on('exit', () => end(thread, new Error('the drawing thread ended')))
  shared[SHARED] = thread
  return thread
}

function settle({ waiting, worker }: Thread, { number, bytes, failure }: Drawn): void {
  const one = waiting.get(number)
  waiting.delete(number)
  if (waiting.size === 0) worker.unref()
  if (bytes === undefined) one?.reject(new Error(`a drawing failed: ${failure}`))
  else one?.resolve(bytes)
}

/** Whoever waits is told; the next drawing begins a new thread. */
function end(thread: Thread, error: Error): void {
  if (shared[SHARED] === thread) shared[SHARED] = undefined
  for (const { reject } of thread.waiting.values()) reject(error)
  thread.waiting.clear()
}
