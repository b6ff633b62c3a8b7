export const now = () => Date.now()
export const today = () => new Date()
export const known = () => new Date('2025-10-09')
