import { cookies } from 'next/headers'

export const matrixFor = async () => cookies()
