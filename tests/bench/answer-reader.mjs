/** @typedef {{ status: number, bytes: number, encoding: string, head: string, body: Buffer }} Answer `head` without its first line, in lower case */

const HEAD_ENDS = '\r\n\r\n'

/** Reads one HTTP/1.1 answer from the pieces that a socket brings. Nothing is asked before the last answer was whole. */
export class AnswerReader {
  constructor(keepBody = false) {
    this.keepBody = keepBody
    this.head = Buffer.alloc(0)
    this.inBody = false
    this.status = 0
    this.bytes = 0
    this.encoding = ''
    this.fields = ''
    this.closes = false
    this.chunked = false
    /** Bytes of the body, or of the chunk with the line's end after it, that are still to come. */
    this.left = 0
    this.line = ''
    /** @type {Buffer[]} */
    this.pieces = []
  }

  /** @returns {Answer} */
  answer() {
    const { status, bytes, encoding, fields: head } = this
    return { status, bytes, encoding, head, body: Buffer.concat(this.pieces) }
  }

  /** Takes the next piece; `true` when the answer is whole. */
  take(/** @type {Buffer} */ data) {
    this.bytes += data.length
    if (this.inBody) return this.takeBody(data)
    this.head = this.head.length === 0 ? data : Buffer.concat([this.head, data])
    const end = this.head.indexOf(HEAD_ENDS)
    if (end < 0) return false
    this.readHead(this.head.toString('latin1', 0, end))
    this.inBody = true
    return this.takeBody(this.head.subarray(end + HEAD_ENDS.length))
  }

  readHead(/** @type {string} */ text) {
    const head = `${text.toLowerCase()}\r\n`
    this.fields = head.slice(head.indexOf('\r\n'))
    const field = (/** @type {string} */ name) => {
      const at = head.indexOf(`\r\n${name}:`)
      return at < 0 ? '' : head.slice(at + name.length + 3, head.indexOf('\r\n', at + 2)).trim()
    }
    this.status = Number(text.slice(9, 12))
    this.encoding = field('content-encoding')
    this.closes = field('connection') === 'close'
    this.chunked = field('transfer-encoding') === 'chunked'
    this.left = this.status === 304 || this.status === 204 || this.chunked ? 0 : Number(field('content-length'))
  }

  takeBody(/** @type {Buffer} */ data) {
    if (this.chunked) return this.takeChunks(data)
    if (this.keepBody) this.pieces.push(data)
    this.left -= data.length
    return this.left <= 0
  }

  takeChunks(/** @type {Buffer} */ data) {
    for (let at = 0; at < data.length; ) {
      if (this.left > 0) {
        const part = data.subarray(at, at + this.left)
        if (this.keepBody) this.pieces.push(this.left > 2 ? part.subarray(0, this.left - 2) : Buffer.alloc(0))
        this.left -= part.length
        at += part.length
        continue
      }
      const end = data.indexOf(10, at)
      this.line += data.toString('latin1', at, end < 0 ? data.length : end + 1)
      if (end < 0) return false
      at = end + 1
      const size = Number.parseInt(this.line, 16)
      // After the last chunk comes one empty line; no server here sends trailers.
      if (this.line === '\r\n') return true
      this.line = ''
      if (size > 0) this.left = size + 2
    }
    return false
  }
}
