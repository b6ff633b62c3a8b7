/**
 * A list of texts, one a line. A line inside a text ends with a backslash, and backslashes that end a line themselves are
 * doubled, so that every list can be written and is read as it was.
 */
export function linesOf(texts: readonly string[]): string {
  return texts.map((one) => one.split('\n').map(written).join('\\\n')).join('\n')
}

function written(line: string): string {
  return line.replace(/\\+$/, (end) => end + end)
}

/** The texts of a list that was typed one a line; blanks around a text and empty lines are nobody's. */
export function readLines(typed: string): readonly string[] {
  const texts: string[] = []
  let open = ''
  for (const line of typed.split('\n')) {
    const end = /\\*$/.exec(line)?.[0].length ?? 0
    const said = open + line.slice(0, line.length - Math.ceil(end / 2))
    if (end % 2 === 1) open = `${said}\n`
    else texts.push(said)
    if (end % 2 === 0) open = ''
  }
  return [...texts, open].map((one) => one.trim()).filter((one) => one !== '')
}

/** Customs codes as they are typed or pasted: one a line or in a row, with or without dots. */
export function readCodes(typed: string): readonly string[] {
  return typed
    .split(/[\s,;]+/)
    .map((code) => code.replaceAll('.', ''))
    .filter((code) => code !== '')
}
