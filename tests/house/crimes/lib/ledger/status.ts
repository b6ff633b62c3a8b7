import { nothing } from './nowhere'

export type Status = 'licence'
export const statuses = [nothing]
