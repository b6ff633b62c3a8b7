import { promisify } from 'node:util'
import zlib from 'node:zlib'
import Negotiator from 'negotiator'

/** @typedef {'br' | 'gzip' | 'identity'} Encoding */

/** What we prefer among what a reader takes equally well: the fewest bytes. */
const OURS = /** @type {Encoding[]} */ (['br', 'gzip', 'identity'])

/**
 * A page is compressed once in each way and sent many times, and its first reader waits for it. Of the matrix, 316 KB, brotli
 * makes 31.5 KB at 5, 31.1 at 6 in the same time, 30.4 at 9 in five times and 26.9 at 11 in a hundred times that; gzip makes
 * 42.8 KB, and takes longer than brotli at 6.
 */
const BROTLI = 6

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
const gunzip = promisify(zlib.gunzip)

/**
 * The way of sending that a reader prefers, by the header `Accept-Encoding` (RFC 9110, 12.5.3). Who says nothing gets the
 * bytes as they are, and so does who takes none of what there is: rather an answer than a refusal.
 *
 * @param {string | undefined} accepted the header
 * @returns {Encoding}
 */
export function encodingFor(accepted) {
  if (accepted === undefined) return 'identity'
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } })
  return /** @type {Encoding} */ (negotiator.encoding(OURS, { preferred: OURS }) ?? 'identity')
}

/**
 * Bytes in each way of sending that was asked for, made once. Only compressed ones stay: the bytes themselves go when the first
 * compressed ones are there, so that who asked first waits for none but the way of sending that they take.
 */
export class Compressed {
  /** @type {{ [encoding in Encoding]?: Buffer }} */
  #forms = {}
  /** @type {Map<Encoding, Promise<Buffer>>} */
  #making = new Map()
  #changed

  /**
   * @param {Buffer} bytes
   * @param {() => void} changed told when more or fewer bytes are held than before
   */
  constructor(bytes, changed = () => undefined) {
    this.#forms.identity = bytes
    this.#changed = changed
    const compressing = gzip(bytes).then((form) => {
      this.#forms = { ...this.#forms, gzip: form, identity: undefined }
      this.#making.delete('gzip')
      changed()
      return form
    })
    compressing.catch(() => undefined) // told to whoever asks for it
    this.#making.set('gzip', compressing)
  }

  /** How many bytes are held. */
  get held() {
    return Object.values(this.#forms).reduce((sum, form) => sum + (form?.length ?? 0), 0)
  }

  /**
   * The bytes in one way of sending: at once where they are there, else when they are made, for all who ask meanwhile.
   *
   * @param {Encoding} encoding
   * @returns {Buffer | Promise<Buffer>}
   */
  as(encoding) {
    const form = this.#forms[encoding]
    if (form !== undefined) return form
    const making = this.#making.get(encoding) ?? this.#make(encoding).finally(() => this.#making.delete(encoding))
    this.#making.set(encoding, making)
    return making
  }

  /** @param {Encoding} encoding */
  async #make(encoding) {
    const bytes = this.#forms.identity ?? (await gunzip(/** @type {Buffer} */ (this.#forms.gzip)))
    if (encoding !== 'br') return bytes // few ask for them, and they are ten times as many
    const form = await brotli(bytes, {
      params: { [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    })
    this.#forms.br = form
    this.#changed()
    return form
  }
}
