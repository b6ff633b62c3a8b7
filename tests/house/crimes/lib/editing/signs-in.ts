import { requireEditor } from '@/lib/auth/editor'

export const draft = () => requireEditor()
