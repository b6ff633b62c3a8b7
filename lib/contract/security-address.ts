/** Where people read how to report a weakness, and where their tools look for the same (RFC 9116). */
export const SECURITY = '/about/security'
export const SECURITY_TXT = '/.well-known/security.txt'
