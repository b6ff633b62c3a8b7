/** The name of a cell's column, for narrow windows where a row stands as a card and the head is not shown. */
export function CellName({ children }: { readonly children: string }) {
  return <b className="cell-name">{children}</b>
}
