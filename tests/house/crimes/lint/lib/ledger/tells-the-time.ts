export const today = () => new Date('2025-10-09')
export const now = () => performance.now()
export const draw = () => Math.random()
export const name = () => crypto.randomUUID()
export const zone = () => process.env['TZ']
