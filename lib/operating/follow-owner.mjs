// Loaded before a child's own program: the child holds a channel to the process that started it, and ends when that
// channel closes, also when its owner was killed outright. A child's own children inherit this file and are left alone,
// unless the owner is gone already: then nobody is left to tell them.
const owner = Number(process.env.SLUICE_OWNER)
if (process.channel && process.ppid === owner) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
} else if (owner > 0 && !isAlive(owner)) {
  process.kill(process.pid, 'SIGTERM')
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
