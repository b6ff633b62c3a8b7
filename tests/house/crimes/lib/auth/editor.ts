import { csv } from '@/lib/formats/borrows-a-schema'

export const requireEditor = () => csv
