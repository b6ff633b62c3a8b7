import { start } from '@/lib/operating/start'

export const GET = () => new Response(start())
