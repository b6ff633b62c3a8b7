import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

const length = (size: number): number[] =>
  size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
const der = (tag: number, ...parts: readonly Uint8Array[]) => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...length(content.length)]), content])
}
const list = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(6, Buffer.from(hex, 'hex'))

const ECDSA_WITH_SHA256 = list(oid('2a8648ce3d040302'))
const COMMON_NAME = oid('550403')
const OTHER_NAMES = oid('551d11')

/** `20261122000000Z`, to the second. */
const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z`))

/**
 * A certificate that its own key signed, for a server of a test: nobody trusts it who was not told to.
 *
 * @param host the one name that it is for.
 * @returns both as PEM.
 */
export function certificateFor(host: string, until = new Date(Date.now() + 86_400_000)): { key: string; cert: string } {
  const { privateKey: key } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const name = list(der(0x31, list(COMMON_NAME, der(0x0c, Buffer.from(host)))))
  const names = der(4, list(der(0x82, Buffer.from(host))))
  const spki = createPublicKey(createPrivateKey(key)).export({ type: 'spki', format: 'der' })
  const what = list(
    der(0xa0, der(2, Buffer.from([2]))), // version 3
    der(2, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    name,
    list(time(new Date(until.getTime() - 7 * 86_400_000)), time(until)),
    name,
    spki,
    der(0xa3, list(list(OTHER_NAMES, names))),
  )
  const signature = der(3, Buffer.from([0]), sign('sha256', what, key))
  const base64 = list(what, ECDSA_WITH_SHA256, signature).toString('base64')
  const lines = base64.match(/.{1,64}/g)?.join('\n') ?? ''
  return { key, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` }
}
