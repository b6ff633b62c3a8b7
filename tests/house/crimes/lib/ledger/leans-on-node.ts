import { readFileSync } from 'node:fs'

export const clauses = readFileSync('clauses.txt', 'utf8')
