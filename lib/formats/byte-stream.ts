/** About how many characters are sent at a time. */
const PIECE = 32_768

/**
 * A text as bytes in UTF-8, made as it is read: a slow reader holds one piece in memory and nothing is made ahead of it.
 * A reader that goes away ends the making; a fault in it breaks the stream, so that half a file never looks whole.
 */
export function byteStream(lines: Iterable<string> | AsyncIterable<string>): ReadableStream<Uint8Array> {
  const source = pieces(lines)
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await source.next()
        if (next.done === true) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      async cancel() {
        await source.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

async function* pieces(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
