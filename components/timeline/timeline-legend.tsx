import { say } from '@/lib/contract/words/catalogue'

const ENTRIES = ['announced', 'in-force', 'suspended', 'unverified', 'ended', 'fade'] as const

/** How the drawing's textures read, in words. */
export function TimelineLegend() {
  return (
    <details className="small">
      <summary>{say('timeline.legend.title')}</summary>
      <ul className="inline-list">
        {ENTRIES.map((entry) => (
          <li key={entry}>{say(`timeline.legend.${entry}`)}</li>
        ))}
      </ul>
    </details>
  )
}
