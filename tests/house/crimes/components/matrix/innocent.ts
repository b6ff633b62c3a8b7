import { question } from '@/lib/contract/opens-the-record'

export const label = () => String(question())
