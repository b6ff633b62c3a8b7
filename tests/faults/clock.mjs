// Loaded before a program: its clock goes so many milliseconds ahead as a file says, read anew all the time, so that a clock
// can jump while the program runs. Timers go on as they do when a real clock is set.
import { readFileSync } from 'node:fs'

const file = process.env.SLUICE_FAULTS_CLOCK
const RealDate = Date
let ahead = 0

function read() {
  try {
    ahead = Number(readFileSync(file, 'utf8')) || 0
  } catch {
    // it is being written
  }
}
read()
setInterval(read, 10).unref()

const now = () => RealDate.now() + ahead
globalThis.Date = new Proxy(RealDate, {
  construct: (target, words, made) => Reflect.construct(target, words.length === 0 ? [now()] : words, made),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
