import { FREEZE } from '@/lib/contract/snapshot-address'
import { say } from '@/lib/contract/words/catalogue'

/** One click, no account: the pinned address of the view goes to where it is frozen. */
export function FreezeForm({ address }: { readonly address: string }) {
  return (
    <form action={FREEZE} method="post">
      <input type="hidden" name="address" value={address} />
      <button type="submit" className="quiet-button">
        {say('share.freeze.do')}
      </button>{' '}
      {say('share.freeze.hint')}
    </form>
  )
}
