import { bothNames, bothTitles, type Named, type Spoken } from '@/lib/contract/words/names'

/** A name in the language of the page, and beside it in the other one, each marked as what it is. */
export function BothNames({ named }: { readonly named: Named }) {
  const { own, other } = bothNames(named)
  return (
    <>
      <Words of={own} />
      {other !== null && (
        <>
          {' '}
          <Words of={other} />
        </>
      )}
    </>
  )
}

/** The name in the other language alone; nothing where the record has none. */
export function OtherName({ of }: { readonly of: Named }) {
  const { other } = bothNames(of)
  return other === null ? null : <Words of={other} />
}

/** An official title in the language of the page; the other one stands under it. */
export function OwnTitle({ of }: { readonly of: Parameters<typeof bothTitles>[0] }) {
  return <Words of={bothTitles(of).own} />
}

/** The same title in the other language; nothing where the record has none. */
export function OtherTitle({ of }: { readonly of: Parameters<typeof bothTitles>[0] }) {
  const { other } = bothTitles(of)
  return other === null ? null : <Words of={other} />
}

function Words({ of: { text, lang } }: { readonly of: Spoken }) {
  return <span lang={lang}>{text}</span>
}
