import { Glyph } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'

const TEXTURES = [
  'announced',
  'in-force',
  'suspended',
  'before-effect',
  'unverified',
  'refused',
  'prohibited',
  'mixed',
  'ended',
  'fade',
] as const
const FLAGS = ['claim', 'event'] as const

/** How the drawing's textures and flags read, in words. */
export function TimelineLegend() {
  return (
    <details className="small">
      <summary>{say('timeline.legend.title')}</summary>
      <ul className="inline-list">
        {TEXTURES.map((entry) => (
          <li key={entry}>{say(`timeline.legend.${entry}`)}</li>
        ))}
        {FLAGS.map((flag) => (
          <li key={flag}>
            <Glyph name={flag} /> {say(`timeline.legend.${flag}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}
