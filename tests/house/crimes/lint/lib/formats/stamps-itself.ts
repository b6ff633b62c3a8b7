export const stamp = () => new Date().toISOString()
export const id = () => crypto.randomUUID()
