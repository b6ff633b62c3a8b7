import { matrixFor } from '@/lib/reading/asks-who-is-reading'

export const message = () => matrixFor()
