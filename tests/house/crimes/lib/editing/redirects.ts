import { redirect } from 'next/navigation'

export const publish = () => redirect('/')
