import { z } from 'zod'

export const csv = z.string()
