import { connect } from 'node:net'
import { RAW, type Raw } from './raw-requests'

/** How long a connection is listened to after the first answer: a second one would come at once. */
const LISTEN_MS = 150

/** Sends every raw request on a connection of its own; gives what is wrong with what came of it, in words. */
export async function runRaw(address: string, slowMs: number): Promise<readonly string[]> {
  const faults = await Promise.all(RAW.map(async (raw) => faultsOf(raw, await answerTo(address, raw.bytes, slowMs))))
  return faults.flat()
}

function faultsOf({ name, answers, statuses }: Raw, text: string | null): readonly string[] {
  if (text === null) return [`${name}: hangs`]
  const came = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status))
  const [first] = came
  return [
    ...(came.length > answers ? [`${name}: ${came.join(', ')} to one request`] : []),
    ...(first === undefined ? (statuses.length === 0 ? [] : [`${name}: no answer`]) : []),
    ...(first !== undefined && statuses.length > 0 && !statuses.includes(first) ? [`${name}: ${first}`] : []),
    ...(/\bat .*\(.*:\d+:\d+\)|node_modules|smuggled/.test(text) ? [`${name}: tells of its inside`] : []),
  ]
}

/** All that comes until the other end hangs up, or is silent after an answer; `null` where nothing comes at all. */
function answerTo(address: string, bytes: string, slowMs: number): Promise<string | null> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(Buffer.from(bytes, 'latin1')))
    const late = setTimeout(() => {
      resolve(text === '' ? null : text)
      socket.destroy()
    }, slowMs)
    let silent: NodeJS.Timeout | undefined
    const end = () => {
      clearTimeout(late)
      clearTimeout(silent)
      resolve(text)
      socket.destroy()
    }
    socket.on('data', (data) => {
      text += data.toString('latin1')
      clearTimeout(silent)
      silent = setTimeout(end, LISTEN_MS)
    })
    socket.on('error', end)
    socket.on('close', end)
  })
}
