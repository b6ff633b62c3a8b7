import { glyphOf } from '@/components/marks/status-mark'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { ShownInExhibit } from '@/lib/contract/exhibit'

/** A status with the words that it was frozen with; only the shape is drawn by this release. */
export function ExhibitStatus({ shown }: { readonly shown: ShownInExhibit }) {
  return (
    <span className="status" data-s={shown.status}>
      <Glyph name={glyphOf(shown.status, shown.beforeEffect)} />
      <span>{shown.word}</span>
      {shown.details.map((detail) => (
        <small key={detail}> {detail}</small>
      ))}
    </span>
  )
}
