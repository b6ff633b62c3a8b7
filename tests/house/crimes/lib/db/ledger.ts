import { headers } from 'next/headers'

export const ledgerAt = async (revision: number) => ({ revision, asked: await headers() })
