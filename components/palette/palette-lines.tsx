import { Command } from 'cmdk'

/** A line of the palette: what it says, and what it does when it is chosen. */
export type Line = {
  readonly value: string
  readonly label: string
  readonly act: () => void
  readonly lang?: string | null
  readonly besides?: string | null
  readonly note?: string | null
}

export type LineGroup = { readonly title: string; readonly lines: readonly Line[] }

/** The list of the palette, by kind; what is chosen is moved by the arrow keys and stays in sight. */
export function PaletteLines({
  name,
  groups,
  other,
}: {
  readonly name: string
  readonly groups: readonly LineGroup[]
  /** The language of the names besides: the one that the page does not speak. */
  readonly other: string
}) {
  return (
    <Command.List label={name}>
      {groups.map(({ title, lines }) => (
        <Command.Group key={`${title} ${lines[0]?.value}`} heading={title}>
          {lines.map(({ value, label, act, lang, besides, note }) => (
            <Command.Item key={value} value={value} onSelect={act}>
              <span lang={lang ?? undefined}>{label}</span>
              {besides != null && (
                <span className="palette-besides" lang={other}>
                  {besides}
                </span>
              )}
              {note != null && <span className="palette-note">{note}</span>}
            </Command.Item>
          ))}
        </Command.Group>
      ))}
    </Command.List>
  )
}
