import { z } from 'zod'

export const statusSchema = z.string()
