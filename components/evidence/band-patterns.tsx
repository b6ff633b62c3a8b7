/**
 * The textures of the law's bands, once per page, so that no status is told by its colour alone: dots for what is
 * announced, wide strokes for a pause, broken ones where a pause has ended, close strokes for a licence, crosses for a
 * refusal and a ban, level lines where goods differ.
 */
export function BandPatterns() {
  return (
    <svg className="sprite" aria-hidden="true">
      <Texture status="announced" size={7} path="M1 1h1.5v1.5h-1.5z" />
      <Texture status="paused" size={9} path="M0 9L9 0" />
      <Texture status="pause-ended" size={9} path="M1 8L4 5" />
      <Texture status="licence" size={4} path="M0 0L4 4" />
      <Texture status="refused" size={7} path="M0 3.5H7M3.5 0V7" />
      <Texture status="prohibited" size={6} path="M0 0L6 6M6 0L0 6" />
      <Texture status="mixed" size={5} path="M0 2.5H5" />
      <Texture status="unknown" size={9} path="M1 8L4 5" />
    </svg>
  )
}

function Texture({ status, size, path }: { readonly status: string; readonly size: number; readonly path: string }) {
  return (
    <pattern id={`law-${status}`} data-s={status} width={size} height={size} patternUnits="userSpaceOnUse">
      <path className="texture" d={path} />
    </pattern>
  )
}
