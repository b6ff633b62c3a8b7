import { isAct } from '@/lib/contract/people/acts'
import { say } from '@/lib/contract/words/catalogue'

/** What an act of the log is called; one that was logged under a name of former times is called that. */
export function actInWords(act: string): string {
  return isAct(act) ? say(`people.log.acts.${act}`) : act
}
