import fc from 'fast-check'

type Change = (bytes: Uint8Array) => Uint8Array

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** Bytes that are the beginning of something else, the end of nothing, or no UTF-8. */
const PIECES = [
  [0x00],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0x80],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x1a],
  [0x0d],
  [0xe2, 0x80, 0xa8],
].map((piece) => Uint8Array.from(piece))

/** A change of bytes that knows nothing of what they mean. */
export const mutatedBytes: fc.Arbitrary<Change> = fc.oneof(
  at((bytes, place) => bytes.with(place, (bytes[place] ?? 0) ^ 1)),
  at((bytes, place) => bytes.with(place, (bytes[place] ?? 0) ^ 0x80)),
  at((bytes, place) => bytes.slice(0, place)),
  at((bytes, place) => bytes.slice(place)),
  at((bytes, place) => join(bytes.slice(place), bytes.slice(0, place))),
  at((bytes, place) => join(bytes.slice(0, place), bytes.slice(place + 7))),
  at((bytes, place) => join(bytes.slice(0, place), bytes.slice(Math.max(0, place - 40)))),
  fc.tuple(fc.nat(), fc.constantFrom(...PIECES)).map(
    ([number, piece]): Change =>
      (bytes) => {
        const place = number % (bytes.length + 1)
        return join(bytes.slice(0, place), piece, bytes.slice(place))
      },
  ),
  fc.constant<Change>((bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le'))),
  fc.constant<Change>((bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'latin1'))),
  fc.constant<Change>((bytes) => join(bytes, bytes)),
)

function at(change: (bytes: Uint8Array, place: number) => Uint8Array): fc.Arbitrary<Change> {
  return fc.nat().map((number) => (bytes) => (bytes.length === 0 ? bytes : change(bytes, number % bytes.length)))
}
