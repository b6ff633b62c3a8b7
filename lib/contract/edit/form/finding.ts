/** A record, or a country, as a picker offers it: its key, what it is called, and what else it is looked for by. */
export type Option = { readonly value: string; readonly label: string; readonly also: string }

/** The options that hold every word that is looked for, in any order. */
export function found(options: readonly Option[], query: string): readonly Option[] {
  const words = folded(query)
    .split(' ')
    .filter((word) => word !== '')
  return options.filter((option) => {
    const text = folded(`${option.value} ${option.label} ${option.also}`)
    return words.every((word) => text.includes(word))
  })
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
