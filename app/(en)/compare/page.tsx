import type { Metadata } from 'next'
import { CompareFormView } from '@/components/views/compare-form-view'
import { say } from '@/lib/contract/words/catalogue'
import { compareForm } from '@/lib/reading/compare-form'

export const dynamic = 'force-dynamic' // what is often compared is about today

export const metadata: Metadata = { title: say('compare.form.title') }

/** The form alone: `proxy.ts` leads whatever it asks to the comparison's own address. */
export default async function CompareRoute() {
  return <CompareFormView form={await compareForm()} />
}
