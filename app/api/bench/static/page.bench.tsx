export const dynamic = 'force-static'

/** The floor of kept pages: an empty page, built only for the benchmark. */
export default function EmptyStaticPage() {
  return <p>Empty</p>
}
