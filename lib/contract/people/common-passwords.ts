/** What passwords are made of that somebody tries first: the words of every list of passwords that were lost somewhere. */
const WORDS = [
  ...[
    'password',
    'passwort',
    'passcode',
    'pass',
    'welcome',
    'letmein',
    'changeme',
    'default',
    'secret',
    'login',
    'access',
  ],
  ...[
    'administrator',
    'admin',
    'root',
    'guest',
    'user',
    'editor',
    'reviewer',
    'test',
    'temp',
    'qwerty',
    'qwertz',
    'azerty',
  ],
  ...[
    'iloveyou',
    'loveyou',
    'love',
    'monkey',
    'dragon',
    'sunshine',
    'princess',
    'master',
    'shadow',
    'superman',
    'batman',
  ],
  ...[
    'football',
    'baseball',
    'basketball',
    'soccer',
    'hockey',
    'michael',
    'jordan',
    'jessica',
    'charlie',
    'daniel',
    'thomas',
  ],
  ...[
    'ashley',
    'andrew',
    'joshua',
    'matthew',
    'robert',
    'michelle',
    'jennifer',
    'nicole',
    'hannah',
    'tigger',
    'pokemon',
  ],
  ...[
    'starwars',
    'computer',
    'internet',
    'whatever',
    'trustno',
    'freedom',
    'hello',
    'summer',
    'winter',
    'spring',
    'autumn',
  ],
  ...[
    'monday',
    'friday',
    'january',
    'october',
    'november',
    'december',
    'chocolate',
    'cookie',
    'flower',
    'butterfly',
    'liverpool',
  ],
  ...[
    'chelsea',
    'arsenal',
    'barcelona',
    'company',
    'security',
    'sluice',
    'rareearth',
    'dysprosium',
    'neodymium',
    'terbium',
  ],
  ...['gallium', 'woaini', 'zhongguo', 'beijing'],
].sort((one, other) => other.length - one.length)

/** Keys and letters in a row, there and back; four of them side by side are one of the things that are tried. */
const ROWS = ['01234567890', 'qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz']
const COLUMNS = ['1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm']
const SEQUENCES = [...ROWS, ...COLUMNS].flatMap((row) => [row, [...row].reverse().join('')])

/** Signs that stand for letters in passwords of people who were asked for a sign. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' },
}

/** What is left of a password without what is tried first; the shorter of what is left with signs read as signs and as letters. */
export function withoutCommon(password: string): string {
  const lower = password.toLowerCase()
  const letters = [...lower].map((sign) => STANDS_FOR[sign] ?? sign).join('')
  const left = [lower, letters].map((text) => withoutRepeats(withoutRows(withoutWords(text))))
  return left.reduce((shortest, one) => (one.length < shortest.length ? one : shortest))
}

function withoutWords(text: string): string {
  return WORDS.reduce((left, word) => left.replaceAll(word, ''), text)
}

function withoutRows(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    const row = rowAt(text, at)
    if (row < 4) left += text[at]
    at += row < 4 ? 1 : row
  }
  return left
}

/** How many signs from there on stand in a row of keys. */
function rowAt(text: string, at: number): number {
  let size = 1
  while (at + size < text.length && SEQUENCES.some((row) => row.includes(text.slice(at, at + size + 1)))) size += 1
  return size
}

/** The same few signs over and over are as good as none. */
function withoutRepeats(text: string): string {
  return text.replace(/(.{2,6}?)\1+/g, '')
}
