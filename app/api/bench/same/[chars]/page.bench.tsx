export const dynamic = 'force-static'

/** Made when it is first asked for, as pinned pages are. */
export function generateStaticParams() {
  return []
}

/**
 * The floor of kept pages of some length: a static page of a given text, built only for the benchmark, which lends the
 * text of a real page so that this one compresses as well as that.
 */
export default async function StaticPageOfText({ params }: { readonly params: Promise<{ readonly chars: string }> }) {
  const { chars } = await params
  const text = await (await fetch(`${process.env['SLUICE_BENCH_TEXT']}?chars=${chars}`)).text()
  return <pre>{text}</pre>
}
