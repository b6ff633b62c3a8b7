// Loaded before a child's own program: the child holds a channel to the process that started it, and ends when that
// channel closes, also when its owner was killed outright. A child's own children inherit this file and are left alone.
if (process.channel && process.ppid === Number(process.env.SLUICE_OWNER)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
