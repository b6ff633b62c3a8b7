/** Words that say what kind of company it is, and are often left out or added: folded, without dots. */
const WORDS =
  `ab ag as asa bv co company corp corporation gmbh inc incorporated kg kk kft limited llc llp lp ltd ltda mbh nv oy
  oyj plc pte pty partnership sa sarl sas se spa spol srl sro uab`.split(/\s+/)
/** Kinds of company that are said in several words. */
const PHRASES = `co ltd|co limited|company ltd|company limited|co inc|company inc|pte ltd|pte limited|pty ltd|pty
  limited|private limited|pvt ltd|limited partnership|limited liability company|gmbh and co kg|ag and co kg|sp z o o|sp zoo|spol s r o|s r
  l|s p a|b v|n v|s a|a s`
  .split('|')
  .map((phrase) => phrase.trim().split(/\s+/))
  .sort((a, b) => b.length - a.length)

const HAN_BEHIND = /(?:集团)?(?:股份有限公司|有限责任公司|有限公司|株式会社|合同会社|合资会社|股份|公司|集团)$/u
const HAN_BEFORE = /^(?:株式会社|合同会社|有限会社)/u

/**
 * A folded name without the kind of company that it says, one alone: whoever writes two has written another name. The name
 * itself where nothing else is left.
 */
export function withoutLegalForm(name: string): string {
  const words = name.split(' ')
  const phrase = PHRASES.find(
    (one) => one.length < words.length && one.every((word, at) => words.at(at - one.length) === word),
  )
  const length = phrase?.length ?? (words.length > 1 && WORDS.includes(words.at(-1) ?? '') ? 1 : 0)
  const rest = words.slice(0, words.length - length).join(' ')
  if (length > 0) return rest
  const before = rest.replace(HAN_BEFORE, '')
  return (before === rest ? rest.replace(HAN_BEHIND, '') : before).trim() || rest
}
