import { createServer } from 'node:net'
import { codeOf, Failure } from './failure'

/**
 * Makes sure that we may listen, before anything slow begins.
 *
 * @throws {Failure} when the port is taken or not allowed, or the host is not this machine.
 */
export async function claimPort(host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const probe = createServer().once('error', reject)
      probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
    })
  } catch (cause) {
    throw new Failure(complaint(codeOf(cause), host, port), { cause })
  }
}

function complaint(code: string, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is taken by another program: stop that one, or set PORT to another number.`
    case 'EACCES':
      return `This user may not listen on port ${port}: set PORT to a number above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `“${host}” is no address of this machine: set HOST to one, like 127.0.0.1.`
    default:
      return `Sluice cannot listen on ${host}, port ${port} (${code}): set HOST and PORT to an address that is free.`
  }
}
