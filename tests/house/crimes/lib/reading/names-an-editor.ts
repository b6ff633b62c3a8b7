import { everybody } from '@/lib/db/people/everybody'

export const editorOfTheDay = () => everybody[0]
