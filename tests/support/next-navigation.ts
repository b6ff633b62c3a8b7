import { nextNavigation } from './pretend-browser'

/** What `next/navigation` is where tests speak to a database: it tells where one is led. */
export const { redirect, notFound } = nextNavigation
