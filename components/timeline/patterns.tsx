/** The textures of the drawing, once per timeline: hatch for a pause, strokes for a refusal, crosses for a ban. */
export function Patterns() {
  return (
    <svg className="sprite" aria-hidden="true">
      <pattern id="t-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="6" fill="currentColor" />
      </pattern>
      <pattern id="t-slash" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width="10" height="12" fill="currentColor" />
      </pattern>
      <pattern id="t-cross" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect x="1" y="1" width="8" height="8" fill="currentColor" />
      </pattern>
    </svg>
  )
}
