import { expect, test } from 'vitest'
import { clauseName } from '@/lib/contract/words/clause'
import { saidIn } from '@/lib/contract/words/language'

test.each([
  ['clause 2', '第2条'],
  ['para 1', '第1条'],
  ['limb 1(3)', '第1条第（3）项'],
  ['limb 1(3), Annex 1 part 1', '第1条第（3）项，附件1第1部分'],
  ['1C902.a.1', '1C902.a.1'],
  ['1E004/6E001/6E002/3E004', '1E004/6E001/6E002/3E004'],
  ['Art. I catch-all', 'Art. I catch-all'],
  ['control list', 'control list'],
  ['clause 2 and 3', 'clause 2 and 3'],
])('the part %s of a text is called %s in Chinese, and as it stands in English', (clause, chinese) => {
  expect([saidIn('zh', () => clauseName(clause)), saidIn('en', () => clauseName(clause))]).toEqual([chinese, clause])
})
