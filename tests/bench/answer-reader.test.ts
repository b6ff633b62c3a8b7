import { describe, expect, test } from 'vitest'
import { AnswerReader } from './answer-reader.mjs'

const BODY = 'Dysprosium, é, 镝\r\n\r\nand more'

const answer = (head: string, body: string) => Buffer.from(`HTTP/1.1 ${head}\r\n\r\n${body}`)
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`

const ANSWERS = {
  'of a told length': answer(`200 OK\r\nContent-Length: ${Buffer.byteLength(BODY)}`, BODY),
  'in chunks': answer(
    '200 OK\r\nTransfer-Encoding: chunked',
    `${chunk(BODY.slice(0, 5))}${chunk(BODY.slice(5))}0\r\n\r\n`,
  ),
}

describe('an answer', () => {
  test.each(Object.entries(ANSWERS))('%s is whole exactly at its last byte, however its pieces fall', (_, bytes) => {
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const reader = new AnswerReader(true)
      expect(reader.take(bytes.subarray(0, cut))).toBe(false)
      expect(reader.take(bytes.subarray(cut))).toBe(true)
      expect(reader.answer()).toMatchObject({ status: 200, bytes: bytes.length })
      expect(reader.answer().body.toString()).toBe(BODY)
    }
  })

  test('that is not sent again has no body, whatever length is told', () => {
    const reader = new AnswerReader()
    expect(reader.take(answer('304 Not Modified\r\nContent-Length: 500', ''))).toBe(true)
    expect(reader.answer().status).toBe(304)
  })

  test('tells how it is compressed, and whether its connection ends with it', () => {
    const reader = new AnswerReader()
    reader.take(answer('200 OK\r\nContent-Encoding: br\r\nConnection: close\r\nContent-Length: 0', ''))
    expect({ encoding: reader.encoding, closes: reader.closes }).toEqual({ encoding: 'br', closes: true })
  })
})
