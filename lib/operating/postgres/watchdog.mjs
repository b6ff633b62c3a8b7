// Runs PostgreSQL and holds a channel to the process that asked for it. When that process ends, however it ends,
// the channel closes and the server is shut down in order. What to run comes as JSON in the first argument.
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

const { program, words, ids, folder, log } = JSON.parse(process.argv[2])

const output = openSync(log, 'w')
const server = spawn(program, words, { ...ids, cwd: folder, stdio: ['ignore', output, output] })
closeSync(output)

// SIGINT is PostgreSQL's "fast" shutdown: sessions are ended, everything committed is written. Should that hang,
// SIGQUIT ends it at once; the next start then reads its log and has all that was committed.
process.on('disconnect', () => {
  server.kill('SIGINT')
  setTimeout(() => server.kill('SIGQUIT'), 20_000)
})
server.on('error', () => process.exit(1))
server.on('exit', (code) => process.exit(code ?? 1))
