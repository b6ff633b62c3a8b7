/** The records of a file as it is kept: a JSON list with one blank a level and a line end, record by record. */
export function* jsonListLines(records: Iterable<unknown>): Generator<string> {
  let first = true
  for (const record of records) {
    yield `${first ? '[' : ','}\n ${JSON.stringify(record, null, 1).replaceAll('\n', '\n ')}`
    first = false
  }
  yield first ? '[]\n' : '\n]\n'
}
