import { test } from 'vitest'

test.only('alone', () => {})
test.skip('asleep', () => {})
