/** The textures of the drawing, once per timeline: hatch for a pause, strokes for a refusal, crosses for a ban. */
export function Patterns() {
  return (
    <svg className="sprite" aria-hidden="true">
      <Hatch id="t-hatch" tone="paused" />
      <Hatch id="t-hatch-plain" tone="mixed" />
      <pattern
        id="t-slash"
        data-s="refused"
        width="12"
        height="12"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="10" height="12" className="ink" />
      </pattern>
      <pattern
        id="t-cross"
        data-s="prohibited"
        width="10"
        height="10"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect x="1" y="1" width="8" height="8" className="ink" />
      </pattern>
    </svg>
  )
}

/** A pattern has the colour of the place where it is made, not where it is used: one per tone. */
function Hatch({ id, tone }: { readonly id: string; readonly tone: string }) {
  return (
    <pattern id={id} data-s={tone} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="ink" width="1.5" height="5" />
    </pattern>
  )
}
