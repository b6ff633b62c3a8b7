// Whether the server of this container lives: what its engine asks every few seconds. Ends with 0 or 1 and says nothing.
const answered = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`, {
  signal: AbortSignal.timeout(3_000),
}).catch(() => null)
process.exit(answered?.ok ? 0 : 1)
