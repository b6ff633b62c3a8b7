import { question } from '@/lib/contract/opens-the-record'

export const requireEditor = () => question()
