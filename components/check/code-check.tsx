import { readGoods } from '@/lib/contract/check/goods'
import { inThisLanguage } from '@/lib/contract/language-address'
import { productOf } from '@/lib/contract/product'
import { viewPath } from '@/lib/contract/view'
import { say } from '@/lib/contract/words/catalogue'

/** The way from a code that was searched for to every line that it may mean; nothing for a text that is no code. */
export function CodeCheck({ q }: { readonly q: string }) {
  const read = readGoods({ code: q })
  if (!read.ok || read.value.by !== 'code') return null
  const href = inThisLanguage(`/${viewPath({ name: 'check', product: productOf(read.value) })}`)
  return (
    <p className="screen">
      <a href={href}>{say('check.searched', { code: read.value.code })}</a>
    </p>
  )
}
