import { FREEZE } from '@/lib/contract/snapshot-address'
import { say } from '@/lib/contract/words/catalogue'

/** One click, no account: the pinned address of the view goes to where it is frozen. `main` where it is what a page is for. */
export function FreezeForm({ address, main = false }: { readonly address: string; readonly main?: boolean }) {
  return (
    <form action={FREEZE} method="post" className={main ? 'freeze' : undefined}>
      <input type="hidden" name="address" value={address} />
      <button type="submit" className={main ? 'button' : 'quiet-button'} data-main={main ? '' : undefined}>
        {say('share.freeze.do')}
      </button>{' '}
      {say('share.freeze.hint')}
    </form>
  )
}
