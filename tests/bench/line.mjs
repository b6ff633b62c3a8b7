import { connect } from 'node:net'
import { AnswerReader } from './answer-reader.mjs'

/** One kept connection; opened again where the server closes it after an answer. */
export class Line {
  constructor(/** @type {string} */ host, /** @type {number} */ port, /** @type {string} */ headers) {
    this.host = host
    this.port = port
    this.headers = headers
    /** @type {import('node:net').Socket | null} */
    this.socket = null
  }

  /** @returns {Promise<import('./answer-reader.mjs').Answer>} */
  ask(/** @type {string} */ path, keepBody = false) {
    return new Promise((resolve, reject) => {
      const reader = new AnswerReader(keepBody)
      const socket = this.open()
      const done = (/** @type {Error | null} */ error) => {
        socket.removeAllListeners()
        socket.on('error', () => undefined)
        if (error !== null || reader.closes) {
          socket.destroy()
          this.socket = null
        }
        if (error === null) resolve(reader.answer())
        else reject(error)
      }
      socket.on('data', (data) => {
        if (reader.take(data)) done(null)
      })
      socket.on('error', done)
      socket.on('close', () => done(new Error(`${path}: the connection was closed before the answer was whole`)))
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${this.host}:${this.port}\r\n${this.headers}\r\n`)
    })
  }

  open() {
    this.socket ??= connect({ host: this.host, port: this.port, noDelay: true })
    return this.socket
  }

  close() {
    this.socket?.destroy()
    this.socket = null
  }
}
