// Loaded before a child's own program: the child holds a channel to the process that started it, and ends when that
// channel closes, also when its owner was killed outright.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
