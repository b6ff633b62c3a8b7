export const dynamic = 'force-dynamic'

/** The floor of pages made for every reader: an empty page, built only for the benchmark. */
export default function EmptyDynamicPage() {
  return <p>Empty</p>
}
