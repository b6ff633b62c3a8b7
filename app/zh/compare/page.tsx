import type { Metadata } from 'next'
import { speak } from '@/app/language'
import { CompareFormView } from '@/components/views/compare-form-view'
import { say } from '@/lib/contract/words/catalogue'
import { compareForm } from '@/lib/reading/compare-form'

export const dynamic = 'force-dynamic' // what is often compared is about today

export function generateMetadata(): Metadata {
  speak('zh')
  return { title: say('compare.form.title') }
}

/** The same form for readers of Chinese. */
export default async function CompareRoute() {
  speak('zh')
  return <CompareFormView form={await compareForm()} />
}
