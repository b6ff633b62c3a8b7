import { nextHeaders } from './pretend-browser'

/** What `next/headers` is where tests speak to a database: the request comes from the browser in use. */
export const { headers, cookies } = nextHeaders
