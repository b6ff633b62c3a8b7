/** Where readers are told what becomes of what they ask. */
export const PRIVACY = '/about/privacy'
