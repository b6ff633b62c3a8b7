import { matrixFor } from '@/lib/reading/asks-who-is-reading'

export const Matrix = async () => <p>{String(await matrixFor())}</p>
